package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For SQL Server. TABLESAMPLE would spread the rows, but takes whole pages, so that a small table often has none, and is refused
 * for tables of other kinds (Microsoft: from-transact-sql); TOP without an order reads no more than it gives (Microsoft:
 * top-transact-sql). SUBSTRING takes text and ntext, too (Microsoft: substring-transact-sql); style 126 is ISO 8601 (Microsoft:
 * cast-and-convert-transact-sql).
 */
final class SqlServerSampleSql implements SampleSql {

    @Override
    public String of(ScannedTable table, List<ScannedColumn> columns) {
        return "SELECT TOP (%d) %s FROM %s%s"
                .formatted(
                        ROWS,
                        columns.stream().map(SqlServerSampleSql::text).collect(Collectors.joining(", ")),
                        BracketedName.of(table.name().parts()),
                        table.rowHint());
    }

    private static String text(ScannedColumn column) {
        String name = BracketedName.of(column.name());
        return switch (ColumnReading.of(column)) {
            case TEXT -> "SUBSTRING(%s, 1, %d)".formatted(name, LETTERS);
            case DAY -> "CONVERT(nvarchar(33), %s, 126)".formatted(name);
            case NUMBER -> "CAST(%s AS nvarchar(50))".formatted(name);
            case DOCUMENT, UNCERTAIN, NOT -> "SUBSTRING(CAST(%s AS nvarchar(max)), 1, %d)".formatted(name, LETTERS);
        };
    }
}
