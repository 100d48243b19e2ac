package dev.palindrome.seed.engine;

import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the engines differ in not checking a foreign key for a while. Nothing of it ends a transaction. */
public interface KeyChecks {

    static KeyChecks of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? new H2KeyChecks() : new SqlServerKeyChecks();
    }

    /** Whether all keys of a table go unchecked with one. */
    boolean areOfTables();

    void suspend(Connection connection, SuspendedKey key) throws SQLException;

    /** When every row that is there has been found to satisfy it, except those that did not before. */
    void resume(Connection connection, SuspendedKey key) throws SQLException;

    /** When the transaction is about to be taken back. */
    void giveUp(Connection connection, List<SuspendedKey> keys) throws SQLException;
}
