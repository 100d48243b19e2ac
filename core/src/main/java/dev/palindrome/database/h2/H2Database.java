package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.SavedState;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.h2.H2Shutdown;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** One database in this JVM's memory. */
final class H2Database implements Database {

    private final String name;
    private final H2Behaviour behaviour;
    private final JdbcDataSource dataSource;
    private final H2Shutdown shutdown;
    private final AtomicBoolean closed = new AtomicBoolean();

    H2Database(String name, H2Behaviour behaviour, JdbcDataSource dataSource, H2Shutdown shutdown) {
        this.name = name;
        this.behaviour = behaviour;
        this.dataSource = dataSource;
        this.shutdown = shutdown;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * The same database under a name that says what it is for. H2 goes on calling it what it did, so the end of both names is
     * the same.
     */
    H2Database named(String purpose) {
        return new H2Database(DatabaseName.forPurpose(purpose, name), behaviour, dataSource, shutdown);
    }

    /** The same database, which behaves in another way by now. */
    H2Database as(H2Behaviour behaviour) {
        return new H2Database(name, behaviour, dataSource, shutdown);
    }

    H2Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public EngineKind engine() {
        return EngineKind.EMBEDDED;
    }

    @Override
    public String jdbcUrl() {
        return dataSource.getUrl();
    }

    @Override
    public String username() {
        return dataSource.getUser();
    }

    @Override
    public String password() {
        return dataSource.getPassword();
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public boolean isKeptOnServer() {
        return false;
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
        return new H2Copy(name, behaviour, dataSource).writeTo(directory);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            shutdown.run(H2Url.connectAnyhow(jdbcUrl()), username(), password());
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The embedded database %s could not be closed: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return "embedded database " + name;
    }
}
