package dev.palindrome.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** Sees migrations go by, one at a time, on the connection and in the transaction of each. */
public interface MigrationObserver {

    /**
     * A migration or an undo is about to run.
     *
     * @param migration which
     * @param connection its connection; not to be closed
     * @throws SQLException if looking fails; the migration is not run
     */
    default void before(Migration migration, Connection connection) throws SQLException {}

    /**
     * A migration or an undo has run, and is not committed yet.
     *
     * @param migration which
     * @param connection its connection; not to be closed
     * @throws SQLException if looking fails; the migration is rolled back where the engine can
     */
    void after(Migration migration, Connection connection) throws SQLException;
}
