package dev.palindrome.seed.file;

import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the engines differ in not checking a foreign key for a while. Nothing of it ends a transaction. */
interface KeyChecks {

    static KeyChecks of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? new H2KeyChecks() : new SqlServerKeyChecks();
    }

    /** The keys that nobody checks while these are suspended: at least these. */
    List<CycleKey> unchecked(List<CycleKey> suspended);

    void suspend(Connection connection, CycleKey key) throws SQLException;

    /** When every row that is there has been found to satisfy it, except those that did not before. */
    void resume(Connection connection, CycleKey key) throws SQLException;

    /** When the transaction is about to be taken back. */
    void giveUp(Connection connection, List<CycleKey> keys) throws SQLException;
}
