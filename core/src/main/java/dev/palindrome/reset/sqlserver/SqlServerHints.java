package dev.palindrome.reset.sqlserver;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which tables may have been written since the last look. Where the server does not count writes, or does not show them to
 * this login, every table that holds or held rows counts.
 */
final class SqlServerHints {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerHints.class);

    /** How the mark of a table begins of which nothing is told, and which holds rows, or may hold some that are hidden. */
    private static final String ROWS = "rows";

    private final SqlServerConnection connection;
    private final Collection<SqlServerTable> tables;
    private final boolean counted;
    private final boolean countedInMemory;
    private Map<Integer, String> seen;

    SqlServerHints(SqlServerConnection connection, Collection<SqlServerTable> tables) throws SQLException {
        this.connection = connection;
        this.tables = tables;
        this.counted = isCounted(connection);
        this.countedInMemory = tables.stream().anyMatch(SqlServerHints::mayBeInMemory) && isCountedInMemory(connection);
        this.seen = look();
    }

    private static boolean isCounted(SqlServerConnection connection) {
        try {
            return connection.read(SqlServerQueries.HINTS_PROBE, row -> row.getInt("counted")).stream()
                    .anyMatch(count -> count > 0);
        } catch (SQLException e) {
            LOG.debug("The server does not tell which tables were written: {}", e.getMessage());
            return false;
        }
    }

    private static boolean isCountedInMemory(SqlServerConnection connection) {
        try {
            return !connection
                    .read(SqlServerQueries.IN_MEMORY_HINTS, row -> row.getInt("object_id"))
                    .isEmpty();
        } catch (SQLException e) {
            LOG.debug("The server does not tell which memory-optimised tables were written: {}", e.getMessage());
            return false;
        }
    }

    /** object_ids; may name a table too many, but never one too few. */
    Set<Integer> written() throws SQLException {
        Map<Integer, String> now = look();
        Set<Integer> written = new LinkedHashSet<>();
        for (SqlServerTable table : tables) {
            String before = seen.get(table.id());
            String after = now.get(table.id());
            if (!Objects.equals(before, after) || after != null && after.startsWith(ROWS)) {
                written.add(table.id());
            }
        }
        return written;
    }

    /** What is written from now on is what counts. */
    void settle() throws SQLException {
        seen = look();
    }

    private static boolean mayBeInMemory(SqlServerTable table) {
        return table.kind() == SqlServerTableKind.MEMORY_OPTIMIZED || table.kind() == SqlServerTableKind.SECURED;
    }

    private Map<Integer, String> look() throws SQLException {
        Map<Integer, String> marks = new HashMap<>();
        if (counted) {
            connection.read(SqlServerQueries.HINTS, row -> marks.put(row.getInt("object_id"), row.getString("hint")));
        }
        if (countedInMemory) {
            connection.read(
                    SqlServerQueries.IN_MEMORY_HINTS, row -> marks.put(row.getInt("object_id"), row.getString("hint")));
        }
        tables.stream()
                .filter(table -> table.kind() == SqlServerTableKind.SECURED)
                .forEach(table -> marks.putIfAbsent(table.id(), ROWS));
        String rows = rowsQuery();
        if (!rows.isEmpty()) {
            connection.read(rows, row -> marks.put(row.getInt(1), row.getInt(2) == 1 ? ROWS : "empty"));
        }
        SqlServerIdentities.lastValues(connection)
                .forEach((table, last) -> marks.merge(table, last, (mark, value) -> mark + ", identity " + value));
        return marks;
    }

    /** Which of the tables of which nothing is told hold rows. */
    private String rowsQuery() {
        return tables.stream()
                .filter(table -> !isTold(table))
                .map(table -> "SELECT %d, CASE WHEN EXISTS (SELECT * FROM %s) THEN 1 ELSE 0 END"
                        .formatted(table.id(), table.sqlName()))
                .collect(Collectors.joining("\nUNION ALL "));
    }

    private boolean isTold(SqlServerTable table) {
        return switch (table.kind()) {
            case MEMORY_OPTIMIZED -> countedInMemory;
            case SECURED -> true; // by its rows it could not be told
            default -> counted;
        };
    }
}
