package dev.palindrome.junit5;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.declaration.CountedNoun;
import dev.palindrome.reset.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that outlives the test classes that work on it. A {@link DatabaseHost} makes it, hands it to them, and closes it.
 */
public final class HostedDatabase implements AutoCloseable {

    private final DatabaseRequest request;
    private final TestDatabase database;
    private @Nullable Snapshot beginning;

    HostedDatabase(DatabaseRequest request, TestDatabase database) {
        this.request = request;
        this.database = database;
    }

    /**
     * What was asked for.
     *
     * @return the request that this database was started with
     */
    public DatabaseRequest request() {
        return request;
    }

    /**
     * The database itself.
     *
     * @return the same object at every call
     */
    public TestDatabase database() {
        return database;
    }

    /**
     * What every class begins with: what is there when the first class comes, rows of the application's own start included.
     *
     * @return the same object at every call, taken at the first
     */
    public synchronized Snapshot beginning() {
        return Optional.ofNullable(beginning).orElseGet(() -> {
            Snapshot taken = database.snapshot();
            beginning = taken;
            return taken;
        });
    }

    /** Drops the database, whoever is still working on it. Does nothing the second time. */
    @Override
    public void close() {
        database.close();
    }

    /**
     * The database without anything secret.
     *
     * @return name, engine, and how many migrations were applied
     */
    @Override
    public String toString() {
        return database + ", " + CountedNoun.of(database.migrationsAppliedAtStart(), "migration") + " applied";
    }
}
