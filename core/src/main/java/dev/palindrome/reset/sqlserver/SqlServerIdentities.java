package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.ResetException;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far the identities of a database had counted. */
final class SqlServerIdentities {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerIdentities.class);

    private final SqlServerConnection connection;
    private final Map<String, SqlServerIdentity> before;

    /**
     * What the catalogue says about one.
     *
     * @param table its object_id
     * @param identity missing where the server does not say what only an identity has
     * @param last the last value in words, for comparing
     */
    record Told(int table, Optional<SqlServerIdentity> identity, String last) {}

    SqlServerIdentities(SqlServerConnection connection, SqlServerLayout layout, List<Told> told) {
        this.connection = connection;
        Set<String> untold = new TreeSet<>();
        this.before = read(layout, told, untold);
        if (!untold.isEmpty()) {
            LOG.warn(
                    "The identities of {} are not put back: the server does not say, or says several things, where they stand",
                    String.join(", ", untold));
        }
    }

    static Answer<Told> ask(SqlServerQueryBatch batch) {
        return batch.add(
                SqlServerQueries.IDENTITIES.sql(),
                row -> new Told(
                        row.getInt("object_id"), identity(row), Objects.toString(row.getBigDecimal("last_value"))));
    }

    /** None where the server refuses to tell. */
    static List<Told> told(Answer<Told> answer) throws SQLException {
        return SqlServerUnanswered.rows(answer, "Identities are not put back");
    }

    /** How far they have counted, by a round trip of its own. */
    List<Told> now() throws SQLException {
        return ask(List.of());
    }

    private List<Told> ask(List<String> statements) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        if (!statements.isEmpty()) {
            batch.addStatements(statements);
        }
        Answer<Told> told = ask(batch);
        connection.run(batch);
        return told(told);
    }

    /** By the table as T-SQL takes it. What a server says twice about one table is of no use. */
    private static Map<String, SqlServerIdentity> read(SqlServerLayout layout, List<Told> told, Set<String> untold) {
        Map<String, SqlServerIdentity> identities = new TreeMap<>();
        for (Told each : told) {
            SqlServerTable table = layout.table(each.table());
            if (table.kind() == SqlServerTableKind.MEMORY_OPTIMIZED) {
                continue; // neither CHECKIDENT nor TRUNCATE is for it: it comes back with the whole database
            }
            if (each.identity().isEmpty()
                    || identities.put(table.sqlName(), each.identity().get()) != null) {
                untold.add(table.sqlName());
            }
        }
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
     * @param told how far they have counted
     * @return how far they have counted afterwards
     * @throws ResetException if one cannot be put back
     */
    List<Told> putBack(SqlServerLayout layout, List<Told> told) throws SQLException {
        Map<String, SqlServerIdentity> moved = read(layout, told, new TreeSet<>());
        moved.entrySet()
                .removeIf(now -> !before.containsKey(now.getKey())
                        || before(now.getKey()).isAt(now.getValue()));
        if (moved.isEmpty()) {
            return told;
        }
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, SqlServerIdentity> now : moved.entrySet()) {
            statements.add(back(now.getKey(), now.getValue()));
        }
        List<Told> toldAfter = ask(statements);
        Map<String, SqlServerIdentity> after = read(layout, toldAfter, new TreeSet<>());
        moved.forEach((table, now) -> requireBack(table, now, after.get(table)));
        return toldAfter;
    }

    /**
     * What brings the identities of tables back whose rows are put in again, which may move them on. Those that do not tell
     * where they stand, or have no value to be set to, are looked at afterwards.
     *
     * @param told how far they have counted before that
     */
    List<String> afterRows(SqlServerLayout layout, Collection<Integer> written, List<Told> told) {
        List<String> statements = new ArrayList<>();
        List<Told> ofWritten =
                told.stream().filter(each -> written.contains(each.table())).toList();
        read(layout, ofWritten, new TreeSet<>()).forEach((table, now) -> {
            SqlServerIdentity known = before.get(table);
            if (known != null && now.last().isPresent()) {
                known.reseed(now).ifPresent(value -> statements.add(SqlServerIdentitySql.reseed(table, value)));
            }
        });
        return statements;
    }

    private SqlServerIdentity before(String table) {
        return Objects.requireNonNull(before.get(table), table);
    }

    private String back(String table, SqlServerIdentity now) throws SQLException {
        Optional<BigDecimal> value = before(table).reseed(now);
        if (value.isPresent()) {
            return SqlServerIdentitySql.reseed(table, value.get());
        }
        if (before(table).last().isPresent()) {
            throw new ResetException(
                    "The identity of %s cannot be put back: it had given the last value of its type, and the table was truncated."
                            .formatted(table));
        }
        return truncate(table);
    }

    /** A table that had never given a value had no rows either. */
    private String truncate(String table) throws SQLException {
        boolean hasRows = connection
                .read(SqlServerIdentitySql.hasRows(table), row -> row.getInt("has_rows") == 1)
                .contains(true);
        if (hasRows) {
            throw new ResetException(
                    "The identity of %s cannot be put back: its type has no value before the first, and the table has rows."
                            .formatted(table));
        }
        return SqlServerIdentitySql.truncate(table);
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
    static Map<Integer, String> lastValues(List<Told> told) {
        Map<Integer, String> values = new HashMap<>();
        told.forEach(each -> values.put(each.table(), each.last()));
        return values;
    }
}
