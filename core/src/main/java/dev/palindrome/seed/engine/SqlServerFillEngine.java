package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ColumnType;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With XACT_ABORT ON any error ends the transaction; with OFF most errors end the statement alone. Some end the
 * transaction all the same: XACT_STATE() tells (docs: set-xact-abort-transact-sql, xact-state-transact-sql).
 */
final class SqlServerFillEngine implements FillEngine {

    private static final String IS_XACT_ABORT_ON = "SELECT CASE WHEN @@OPTIONS & 16384 = 16384 THEN 1 ELSE 0 END";

    private static final int COMMITTABLE = 1;

    private boolean wasOn;

    @Override
    public void prepare(Connection connection) throws SQLException {
        wasOn = number(connection, IS_XACT_ABORT_ON) == 1;
        if (wasOn) {
            execute(connection, "SET XACT_ABORT OFF");
        }
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        if (wasOn) {
            execute(connection, "SET XACT_ABORT ON");
        }
    }

    @Override
    public boolean goesOn(Connection connection) throws SQLException {
        return number(connection, "SELECT XACT_STATE()") == COMMITTABLE;
    }

    @Override
    public Map<String, Object> insert(
            Connection connection, Table table, Map<Column, @Nullable Object> values, List<GeneratedColumn> made)
            throws SQLException {
        String sql = SqlServerInsert.sql(table, List.copyOf(values.keySet()), made);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object value : values.values()) {
                statement.setObject(at++, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return FillEngine.read(rows, made);
            }
        }
    }

    @Override
    public String query(String tsql) {
        return tsql;
    }

    /** Without COLLATE it would be the database's (docs: cast-and-convert-transact-sql, "Output collation"). */
    @Override
    public String cast(ColumnType type, Optional<String> collation) {
        return "CAST(? AS " + type + ")"
                + collation.map(name -> " COLLATE " + name).orElse("");
    }

    @Override
    public String rowLocator() {
        return "%%physloc%%";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
