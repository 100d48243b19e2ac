package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Which tables may have been written since the last look. Where the server does not count writes, or does not show them to
 * this login, rows are held against those that were kept; where that cannot be done, a table that holds or held rows counts.
 */
final class SqlServerHints {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerHints.class);

    /** The mark of a table of which nothing is told, and which holds rows, or may hold some that are hidden. */
    private static final String ROWS = "rows";

    /** The mark of a table of which the server has told nothing this time. */
    private static final String UNKNOWN = "unknown";

    private record Mark(int table, String text) {}

    private final SqlServerLayout layout;
    private final Function<SqlServerTable, String> kept;
    private final Set<SqlServerTable> movable;
    private final boolean counted;
    private final boolean countedInMemory;
    private Map<Integer, String> seen = Map.of();
    private Map<Integer, String> identities = Map.of();
    private boolean complained;

    private SqlServerHints(
            SqlServerLayout layout, Function<SqlServerTable, String> kept, boolean counted, boolean countedInMemory) {
        this.layout = layout;
        this.kept = kept;
        this.movable = Set.copyOf(layout.movable());
        this.counted = counted;
        this.countedInMemory = countedInMemory;
    }

    /**
     * Finds out what the server tells, and takes what it tells now for the beginning.
     *
     * @param kept where a table's rows were kept
     * @param told how far identities have counted
     */
    static SqlServerHints begin(
            SqlServerConnection connection,
            SqlServerLayout layout,
            Function<SqlServerTable, String> kept,
            List<SqlServerIdentities.Told> told)
            throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<Integer> probe = batch.add(SqlServerQueries.HINTS_PROBE.sql(), row -> row.getInt("counted"));
        Answer<Mark> onDisk = batch.add(SqlServerQueries.HINTS.sql(), SqlServerHints::mark);
        Answer<Mark> inMemory = batch.add(SqlServerQueries.IN_MEMORY_HINTS.sql(), SqlServerHints::mark);
        connection.run(batch);
        boolean counted = isTold("which tables were written", probe)
                && probe.rows().stream().anyMatch(count -> count > 0);
        boolean countedInMemory = layout.tables().values().stream().anyMatch(SqlServerHints::mayBeInMemory)
                && isTold("which memory-optimised tables were written", inMemory)
                && !inMemory.rows().isEmpty();
        SqlServerHints hints = new SqlServerHints(layout, kept, counted, countedInMemory);
        SqlServerQueryBatch rest = new SqlServerQueryBatch();
        Look look = hints.new Look(rest, hints.counts(onDisk, inMemory));
        connection.run(rest);
        hints.seen = look.marks();
        hints.identities = SqlServerIdentities.lastValues(told);
        return hints;
    }

    private static boolean isTold(String what, Answer<?> answer) {
        answer.failure().ifPresent(e -> LOG.debug("The server does not tell {}: {}", what, e.getMessage()));
        return answer.failure().isEmpty();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getInt("object_id"), row.getString("hint"));
    }

    private static boolean mayBeInMemory(SqlServerTable table) {
        return table.kind() == SqlServerTableKind.MEMORY_OPTIMIZED || table.kind() == SqlServerTableKind.SECURED;
    }

    /** Asks in a round trip of somebody's. */
    Look ask(SqlServerQueryBatch batch) {
        return new Look(batch);
    }

    /**
     * object_ids; may name a table too many, but never one too few.
     *
     * @param told how far identities have counted
     */
    Set<Integer> written(Look look, List<SqlServerIdentities.Told> told) throws SQLException {
        Map<Integer, String> now = look.marks();
        Map<Integer, String> last = SqlServerIdentities.lastValues(told);
        Set<Integer> written = new LinkedHashSet<>();
        for (Integer table : layout.tables().keySet()) {
            String mark = now.getOrDefault(table, "");
            if (!mark.equals(seen.getOrDefault(table, ""))
                    || mark.equals(ROWS)
                    || mark.equals(UNKNOWN)
                    || !Objects.equals(last.get(table), identities.get(table))) {
                written.add(table);
            }
        }
        return written;
    }

    /**
     * What is written from now on is what counts.
     *
     * @param told how far identities have counted
     * @param isWritten whether the server may have counted something; where it does not count, tables are held against
     *     what was kept
     */
    void settle(SqlServerConnection connection, List<SqlServerIdentities.Told> told, boolean isWritten)
            throws SQLException {
        if (isWritten && (counted || countedInMemory)) {
            SqlServerQueryBatch batch = new SqlServerQueryBatch();
            Look look = new Look(batch, counts(batch));
            connection.run(batch);
            seen = look.marks();
        }
        identities = SqlServerIdentities.lastValues(told);
    }

    /** Those whose identity has moved, by object_id. */
    Set<Integer> movedIdentities(List<SqlServerIdentities.Told> told) {
        Map<Integer, String> last = SqlServerIdentities.lastValues(told);
        Set<Integer> moved = new LinkedHashSet<>(last.keySet());
        moved.removeIf(table -> Objects.equals(last.get(table), identities.get(table)));
        return moved;
    }

    /** Asks how the rows of tables differ, as far as they can be compared. */
    Map<Integer, Answer<SqlServerRowDifference>> compare(SqlServerQueryBatch batch, Collection<Integer> tables) {
        Map<Integer, Answer<SqlServerRowDifference>> differences = new LinkedHashMap<>();
        for (SqlServerTable table : layout.tables(tables)) {
            if (movable.contains(table)) {
                SqlServerRowComparison.sql(table, kept.apply(table))
                        .ifPresent(sql -> differences.put(table.id(), batch.add(sql, SqlServerRowDifference::of)));
            }
        }
        return differences;
    }

    /** What the server counts, and of which tables. */
    private Map<Answer<Mark>, List<SqlServerTable>> counts(SqlServerQueryBatch batch) {
        Map<Answer<Mark>, List<SqlServerTable>> counts = new LinkedHashMap<>();
        if (counted) {
            counts.put(batch.add(SqlServerQueries.HINTS.sql(), SqlServerHints::mark), tables(false));
        }
        if (countedInMemory) {
            counts.put(batch.add(SqlServerQueries.IN_MEMORY_HINTS.sql(), SqlServerHints::mark), tables(true));
        }
        return counts;
    }

    /** The same of what was asked before it was known what is counted. */
    private Map<Answer<Mark>, List<SqlServerTable>> counts(Answer<Mark> onDisk, Answer<Mark> inMemory) {
        Map<Answer<Mark>, List<SqlServerTable>> counts = new LinkedHashMap<>();
        if (counted) {
            counts.put(onDisk, tables(false));
        }
        if (countedInMemory) {
            counts.put(inMemory, tables(true));
        }
        return counts;
    }

    private List<SqlServerTable> tables(boolean areInMemory) {
        return layout.tables().values().stream()
                .filter(table -> areInMemory == (table.kind() == SqlServerTableKind.MEMORY_OPTIMIZED))
                .toList();
    }

    private boolean isTold(SqlServerTable table) {
        return switch (table.kind()) {
            case MEMORY_OPTIMIZED -> countedInMemory;
            case SECURED -> true; // by its rows it could not be told
            default -> counted;
        };
    }

    /** To the safe side: what is not told counts as written. */
    private <T> List<T> orNothing(Answer<T> answer, Runnable untold) throws SQLException {
        if (answer.failure().isEmpty()) {
            return answer.rows();
        }
        String message = ErrorText.of(answer.failure().get());
        if (complained) {
            LOG.debug("The server does not tell what was written: {}", message);
        } else {
            LOG.warn(
                    "The server does not tell of every table whether it was written, so they count as written: {}",
                    message);
            complained = true;
        }
        untold.run();
        return List.of();
    }

    /** What one round trip tells. */
    final class Look {

        private final Map<Answer<Mark>, List<SqlServerTable>> counts;
        private final Map<Integer, Answer<SqlServerRowDifference>> differences;
        private final Map<Integer, Answer<String>> rows = new LinkedHashMap<>();

        private Look(SqlServerQueryBatch batch) {
            this.counts = counts(batch);
            List<SqlServerTable> untold = untold();
            this.differences =
                    compare(batch, untold.stream().map(SqlServerTable::id).toList());
            untold.stream()
                    .filter(table -> !differences.containsKey(table.id()))
                    .forEach(table -> askForRows(batch, table));
        }

        /** At a beginning: what can be compared is as it was kept. */
        private Look(SqlServerQueryBatch batch, Map<Answer<Mark>, List<SqlServerTable>> counts) {
            this.counts = counts;
            this.differences = Map.of();
            untold().stream().filter(table -> !isComparable(table)).forEach(table -> askForRows(batch, table));
        }

        private List<SqlServerTable> untold() {
            return layout.tables().values().stream()
                    .filter(table -> !isTold(table))
                    .toList();
        }

        private void askForRows(SqlServerQueryBatch batch, SqlServerTable table) {
            rows.put(table.id(), batch.add(hasRows(table), row -> row.getString(1)));
        }

        private boolean isComparable(SqlServerTable table) {
            return movable.contains(table)
                    && SqlServerRowComparison.sql(table, "").isPresent();
        }

        private static String hasRows(SqlServerTable table) {
            return "SELECT CASE WHEN EXISTS (SELECT * FROM %s) THEN '%s' ELSE 'empty' END"
                    .formatted(table.sqlName(), ROWS);
        }

        /** How the rows of tables differ, by object_id. */
        Map<Integer, Answer<SqlServerRowDifference>> differences() {
            return differences;
        }

        private Map<Integer, String> marks() throws SQLException {
            Map<Integer, String> marks = new HashMap<>();
            for (Map.Entry<Answer<Mark>, List<SqlServerTable>> count : counts.entrySet()) {
                orNothing(count.getKey(), () -> count.getValue().forEach(table -> marks.put(table.id(), UNKNOWN)))
                        .forEach(mark -> marks.put(mark.table(), mark.text()));
            }
            for (SqlServerTable table : layout.tables().values()) {
                if (table.kind() == SqlServerTableKind.SECURED) {
                    marks.putIfAbsent(table.id(), ROWS);
                }
            }
            for (Map.Entry<Integer, Answer<SqlServerRowDifference>> each : differences.entrySet()) {
                orNothing(each.getValue(), () -> marks.put(each.getKey(), UNKNOWN)).stream()
                        .filter(difference -> !difference.isNone())
                        .forEach(difference -> marks.put(each.getKey(), ROWS));
            }
            for (Map.Entry<Integer, Answer<String>> each : rows.entrySet()) {
                orNothing(each.getValue(), () -> marks.put(each.getKey(), UNKNOWN))
                        .forEach(mark -> marks.put(each.getKey(), mark));
            }
            return marks;
        }
    }
}
