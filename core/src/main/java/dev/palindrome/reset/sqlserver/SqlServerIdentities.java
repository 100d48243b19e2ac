package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.ResetException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the identities of a database had counted. */
final class SqlServerIdentities {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerIdentities.class);

    private final SqlServerConnection connection;
    private final Map<String, SqlServerIdentity> before;

    SqlServerIdentities(SqlServerConnection connection, SqlServerLayout layout) throws SQLException {
        this.connection = connection;
        Set<String> untold = new TreeSet<>();
        this.before = read(layout, untold);
        if (!untold.isEmpty()) {
            LOG.warn(
                    "The identities of {} are not put back: the server does not say, or says several things, where they stand",
                    String.join(", ", untold));
        }
    }

    /** By the table as T-SQL takes it. What a server says twice about one table is of no use. */
    private Map<String, SqlServerIdentity> read(SqlServerLayout layout, Set<String> untold) throws SQLException {
        Map<String, SqlServerIdentity> identities = new HashMap<>();
        connection.read(SqlServerQueries.IDENTITIES, row -> {
            SqlServerTable table = layout.table(row.getInt("object_id"));
            if (table.kind() == SqlServerTableKind.MEMORY_OPTIMIZED) {
                return false; // neither CHECKIDENT nor TRUNCATE is for it: it comes back with the whole database
            }
            Optional<SqlServerIdentity> identity = identity(row);
            return identity.isEmpty() || identities.put(table.sqlName(), identity.get()) != null
                    ? untold.add(table.sqlName())
                    : true;
        });
        identities.keySet().removeAll(untold);
        return identities;
    }

    /** Missing where the server does not say what only an identity has; these columns of its catalogue may be NULL. */
    private static Optional<SqlServerIdentity> identity(ResultSet row) throws SQLException {
        BigDecimal seed = row.getBigDecimal("seed_value");
        BigDecimal increment = row.getBigDecimal("increment_value");
        String type = row.getString("type_name");
        if (seed == null || increment == null || type == null) {
            return Optional.empty();
        }
        return Optional.of(new SqlServerIdentity(
                seed, increment, Optional.ofNullable(row.getBigDecimal("last_value")), type, row.getInt("precision")));
    }

    /**
     * Whatever stands elsewhere than before, be it that a value was given or that rows with higher ones came back. What was
     * truncated does not tell where it stands, so it is set each time.
     *
     * @throws ResetException if one cannot be put back
     */
    void putBack(SqlServerLayout layout) throws SQLException {
        Map<String, SqlServerIdentity> moved = read(layout, new TreeSet<>());
        moved.entrySet()
                .removeIf(now -> !before.containsKey(now.getKey())
                        || before(now.getKey()).isAt(now.getValue()));
        if (moved.isEmpty()) {
            return;
        }
        for (Map.Entry<String, SqlServerIdentity> now : moved.entrySet()) {
            putBack(now.getKey(), now.getValue());
        }
        Map<String, SqlServerIdentity> after = read(layout, new TreeSet<>());
        moved.forEach((table, now) -> requireBack(table, now, after.get(table)));
    }

    private SqlServerIdentity before(String table) {
        return Objects.requireNonNull(before.get(table), table);
    }

    private void putBack(String table, SqlServerIdentity now) throws SQLException {
        Optional<BigDecimal> value = before(table).reseed(now);
        if (value.isPresent()) {
            connection.run(SqlServerIdentitySql.reseed(table, value.get()));
            return;
        }
        if (before(table).last().isPresent()) {
            throw new ResetException(
                    "The identity of %s cannot be put back: it had given the last value of its type, and the table was truncated."
                            .formatted(table));
        }
        truncate(table);
    }

    /** A table that had never given a value had no rows either. */
    private void truncate(String table) throws SQLException {
        boolean hasRows = connection
                .read(SqlServerIdentitySql.hasRows(table), row -> row.getInt("has_rows") == 1)
                .contains(true);
        if (hasRows) {
            throw new ResetException(
                    "The identity of %s cannot be put back: its type has no value before the first, and the table has rows."
                            .formatted(table));
        }
        connection.run(SqlServerIdentitySql.truncate(table));
    }

    private void requireBack(String table, SqlServerIdentity moved, @Nullable SqlServerIdentity after) {
        if (after == null) {
            throw new ResetException(
                    "The identity of %s may not have been put back: the server no longer says where it stands."
                            .formatted(table));
        }
        boolean isUntold = moved.last().isEmpty() && after.last().isEmpty();
        if (!isUntold && !before(table).isAt(after)) {
            throw new ResetException("The identity of %s could not be put back: its next value is %s and should be %s."
                    .formatted(
                            table,
                            after.next().toPlainString(),
                            before(table).next().toPlainString()));
        }
    }

    /** For comparing: the last value of each table, by object_id. */
    static Map<Integer, String> lastValues(SqlServerConnection connection) throws SQLException {
        Map<Integer, String> values = new HashMap<>();
        connection.read(
                SqlServerQueries.IDENTITIES,
                row -> values.put(row.getInt("object_id"), Objects.toString(row.getBigDecimal("last_value"))));
        return values;
    }
}
