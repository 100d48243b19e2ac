package dev.palindrome.reset;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How far the identities of a database have counted. */
final class SqlServerIdentities {

    private final SqlServerConnection connection;

    SqlServerIdentities(SqlServerConnection connection) {
        this.connection = connection;
    }

    /** By the table as T-SQL takes it. */
    Map<String, SqlServerIdentity> read(SqlServerLayout layout) throws SQLException {
        Map<String, SqlServerIdentity> identities = new HashMap<>();
        connection.read(SqlServerQueries.IDENTITIES, row -> {
            return identities.put(
                    layout.table(row.getInt("object_id")).sqlName(),
                    new SqlServerIdentity(
                            row.getBigDecimal("seed_value"),
                            row.getBigDecimal("increment_value"),
                            Optional.ofNullable(row.getBigDecimal("last_value")),
                            row.getString("type_name"),
                            row.getInt("precision")));
        });
        return identities;
    }

    /** Whatever stands elsewhere than before, be it that a value was given or that rows with higher ones came back. */
    void putBack(SqlServerLayout layout, Map<String, SqlServerIdentity> before) throws SQLException {
        for (Map.Entry<String, SqlServerIdentity> now : read(layout).entrySet()) {
            SqlServerIdentity identity = before.get(now.getKey());
            if (identity != null && !identity.equals(now.getValue())) {
                connection.run(identity.putBack(now.getKey(), now.getValue()));
            }
        }
    }

    /** For comparing: the last value of each table, by object_id. */
    Map<Integer, String> lastValues() throws SQLException {
        Map<Integer, String> values = new HashMap<>();
        connection.read(
                SqlServerQueries.IDENTITIES,
                row -> values.put(row.getInt("object_id"), Objects.toString(row.getBigDecimal("last_value"))));
        return values;
    }
}
