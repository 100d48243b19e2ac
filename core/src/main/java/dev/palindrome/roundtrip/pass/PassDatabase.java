package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.script.MigrationUnderTest;
import java.sql.SQLException;
import java.util.List;

/** The database that the passes use one after another. Where it is of no use any more, another takes its place. */
public final class PassDatabase implements AutoCloseable {

    private final ScratchDatabases databases;
    private ScratchDatabase current;

    private PassDatabase(ScratchDatabases databases) {
        this.databases = databases;
        this.current = databases.open();
    }

    public static PassDatabase open(ScratchDatabases databases) {
        return new PassDatabase(databases);
    }

    public ScratchDatabase current() {
        return current;
    }

    /** Puts an empty database in its place. */
    void replace() {
        current.close();
        current = databases.open();
    }

    /** Puts another one in its place. */
    void replace(ScratchDatabase other) {
        current.close();
        current = other;
    }

    /** Puts a database in its place in which some migrations have gone up. */
    void replace(List<MigrationUnderTest> gone, RowFilling filling) throws SQLException {
        replace();
        if (!gone.isEmpty()) {
            new EffectRecorder(current, filling).goUp(gone);
        }
    }

    @Override
    public void close() {
        current.close();
    }
}
