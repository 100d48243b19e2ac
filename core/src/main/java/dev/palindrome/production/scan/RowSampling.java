package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.progress.LongStep;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at some rows of each table: one query for a table, and on SQL Server one round trip for many. A table whose rows cannot
 * be read is left out with a WARN; what the server says about it is not passed on, since it may quote a value.
 */
final class RowSampling {

    private static final VisibleLog LOG = VisibleLog.of(RowSampling.class);

    /** Tables of a round trip. */
    private static final int TOGETHER = 20;

    private final Connection connection;
    private final SqlDialect dialect;
    private final SampleSql sql;
    private final Map<ScannedTable, TableSample> samples = new HashMap<>();

    private RowSampling(Connection connection) throws SQLException {
        this.connection = connection;
        this.dialect = SqlDialect.of(connection);
        this.sql = SampleSql.of(dialect);
    }

    /** What was read; without a table whose rows could not be. */
    static Map<ScannedTable, TableSample> of(List<ScannedTable> tables, Connection connection, LongStep step)
            throws SQLException {
        RowSampling sampling = new RowSampling(connection);
        for (int from = 0; from < tables.size(); from += TOGETHER) {
            step.at("%d of %d tables".formatted(from, tables.size()));
            sampling.readAll(tables.subList(from, Math.min(from + TOGETHER, tables.size())));
        }
        return sampling.samples;
    }

    private void readAll(List<ScannedTable> tables) throws SQLException {
        Map<ScannedTable, SQLException> refused = read(tables, true);
        Map<ScannedTable, SQLException> again =
                read(refused.keySet().stream().filter(RowSampling::hasUncertain).toList(), false);
        refused.keySet().removeIf(table -> hasUncertain(table) && !again.containsKey(table));
        refused.forEach((table, error) -> LOG.warn(
                "The rows of {} could not be read (error {}): its columns are looked at by their names alone."
                        + " The scan needs the right to SELECT.",
                table.name(),
                error.getErrorCode()));
    }

    private static boolean hasUncertain(ScannedTable table) {
        return table.columns().stream().anyMatch(column -> ColumnReading.of(column) == ColumnReading.UNCERTAIN);
    }

    /** What the server refuses. */
    private Map<ScannedTable, SQLException> read(List<ScannedTable> tables, boolean withUncertain) throws SQLException {
        Map<ScannedTable, SQLException> refused = new HashMap<>();
        Map<ScannedTable, SqlServerQueryBatch.Answer<Boolean>> answers = new HashMap<>();
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        for (ScannedTable table : tables) {
            List<ScannedColumn> columns = table.columns().stream()
                    .filter(column -> isRead(ColumnReading.of(column), withUncertain))
                    .toList();
            TableSample sample = new TableSample(columns);
            samples.put(table, sample);
            if (columns.isEmpty()) {
                continue;
            }
            if (dialect == SqlDialect.SQL_SERVER) {
                answers.put(table, batch.add(sql.of(table, columns), sample::add));
            } else {
                try {
                    SqlRunner.on(connection).query(sql.of(table, columns)).forEach(sample::add);
                } catch (SQLException e) {
                    refused.put(table, e);
                }
            }
        }
        batch.run(connection);
        answers.forEach((table, answer) -> answer.failure().ifPresent(error -> refused.put(table, error)));
        refused.keySet().forEach(samples::remove);
        return refused;
    }

    private static boolean isRead(ColumnReading reading, boolean withUncertain) {
        return switch (reading) {
            case NOT -> false;
            case UNCERTAIN -> withUncertain;
            default -> true;
        };
    }
}
