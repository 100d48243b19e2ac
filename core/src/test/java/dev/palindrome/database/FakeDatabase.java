package dev.palindrome.database;

import dev.palindrome.engine.EngineKind;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** A database that is nowhere and has a name alone: the rest says who needs it. */
public class FakeDatabase implements Database {

    private final String name;

    public FakeDatabase(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EngineKind engine() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String jdbcUrl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String username() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String password() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSource dataSource() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SavedState> save() {
        return Optional.empty();
    }

    @Override
    public int timesRestored() {
        return 0;
    }

    @Override
    public Path keep(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isKeptOnServer() {
        return false;
    }

    @Override
    public void close() {}
}
