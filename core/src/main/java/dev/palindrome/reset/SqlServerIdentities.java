package dev.palindrome.reset;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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
            BigDecimal increment = row.getBigDecimal("increment_value");
            BigDecimal last = row.getBigDecimal("last_value");
            BigDecimal next = last == null ? row.getBigDecimal("seed_value") : last.add(increment);
            return identities.put(
                    layout.table(row.getInt("object_id")).sqlName(), new SqlServerIdentity(next, increment));
        });
        return identities;
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
