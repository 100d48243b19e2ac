package dev.palindrome.reset;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Finds out what a server can. A server that only speaks SQL Server's protocol lacks some of it. */
record SqlServerProbe(Connection connection) {

    /** Whether it counts writes and shows them. */
    boolean tellsWhatWasWritten() {
        return takes("SELECT COUNT(*) FROM sys.dm_db_index_usage_stats");
    }

    /** Whether it says one thing about an identity that was never used, and that is NULL. */
    boolean tellsIdentities(String unusedTable) {
        return takes(
                "SELECT 1 / CASE WHEN COUNT(*) = 1 AND MAX(CAST(last_value AS decimal(38, 0))) IS NULL THEN 1 ELSE 0 END"
                        + " FROM sys.identity_columns WHERE object_id = OBJECT_ID('" + unusedTable + "')");
    }

    /** Whether a sequence shows in the catalogue. */
    boolean tellsSequences(String sequence) {
        return takes("SELECT 1 / COUNT(*) FROM sys.sequences WHERE object_id = OBJECT_ID('" + sequence + "')");
    }

    /** Whether a key can be switched off, and is off then. */
    boolean switchesOff(String foreignKey, String table) {
        return takes("ALTER TABLE " + table + " NOCHECK CONSTRAINT " + foreignKey)
                && takes("SELECT 1 / COUNT(*) FROM sys.foreign_keys WHERE name = '" + foreignKey
                        + "' AND is_disabled = 1")
                && takes("ALTER TABLE " + table + " WITH CHECK CHECK CONSTRAINT " + foreignKey);
    }

    /** Whether it shows whose transactions are open. Reading does not wait for them on every server. */
    boolean tellsOpenTransactions() {
        return takes("SELECT COUNT(*) FROM sys.dm_tran_database_transactions");
    }

    /** What lacks the one lacks the other. */
    boolean changesSchemas() {
        return tellsOpenTransactions();
    }

    /** An error of a row comes with the row. */
    boolean takes(String sql) {
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute(sql);
            while (isResult || statement.getUpdateCount() != -1) {
                if (isResult) {
                    readAll(statement);
                }
                isResult = statement.getMoreResults();
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void readAll(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }
}
