package dev.palindrome.migration.history;

import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Flyway's history table, where Palindrome takes back what an undo made untrue. The statements run on both engines.
 *
 * @param schema the table's schema
 * @param name the table's name
 */
public record HistoryTable(String schema, String name) {

    /** What the driver says where an undo script has left SET NOCOUNT ON behind. */
    private static final int NOT_COUNTED = -1;

    private static final VisibleLog LOG = VisibleLog.of(HistoryTable.class);

    /** A table of another name in the same schema. */
    public HistoryTable beside(String other) {
        return new HistoryTable(schema, other);
    }

    /** Takes a version out: it was applied by a row of its own. */
    void delete(Connection connection, int installedRank) throws SQLException {
        String sql = "DELETE FROM %s WHERE [installed_rank] = ?".formatted(portableName());
        changeOneRow(connection, sql, installedRank);
    }

    /** Takes out whatever says that repeatable migrations are applied. That Flyway made a schema stays in. */
    void deleteRepeatables(Connection connection) throws SQLException {
        SqlRunner.on(connection)
                .update("DELETE FROM %s WHERE [version] IS NULL AND [type] <> 'SCHEMA'".formatted(portableName()));
    }

    /** Whether a row is still there: where DDL commits, it may have gone although what came after it failed. */
    boolean holds(Connection connection, int installedRank) throws SQLException {
        String sql = "SELECT 1 FROM %s WHERE [installed_rank] = ?".formatted(portableName());
        return SqlRunner.on(connection).query(sql, installedRank).hasRows();
    }

    /** Sets the version of the row that stands for everything up to it. */
    void rebase(Connection connection, int installedRank, String version) throws SQLException {
        String sql = "UPDATE %s SET [version] = ? WHERE [installed_rank] = ?".formatted(portableName());
        changeOneRow(connection, sql, version, installedRank);
    }

    /** Whether it is there. Microsoft: object-id-transact-sql. */
    public boolean exists(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SqlRunner.on(connection)
                    .query("SELECT 1 WHERE OBJECT_ID(?) IS NOT NULL", portableName())
                    .hasRows();
        }
    }

    /** Drops the table where there is one. */
    public void drop(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SqlRunner.on(connection).run("DROP TABLE IF EXISTS %s".formatted(portableName()));
        }
    }

    /** Drops a table made for one run; what went wrong in that run matters more than a table that stays. */
    public void dropQuietly(DataSource dataSource) {
        try {
            drop(dataSource);
        } catch (SQLException e) {
            LOG.warn("The table {} could not be dropped: {}", this, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }

    private void changeOneRow(Connection connection, String sql, Object... parameters) throws SQLException {
        int rows = SqlRunner.on(connection).update(sql, parameters);
        if (rows != 1 && rows != NOT_COUNTED) {
            throw new SQLException("Expected to change one row of " + this + ", but it was " + rows
                    + ": somebody else changed the history at the same time");
        }
    }

    /** An undo script may have switched QUOTED_IDENTIFIER off. */
    private String portableName() {
        return PortableName.of(schema, name);
    }
}
