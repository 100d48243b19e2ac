package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.PortableName;
import java.util.List;
import java.util.stream.Collectors;

/** For the embedded engine. */
final class H2SampleSql implements SampleSql {

    @Override
    public String of(ScannedTable table, List<ScannedColumn> columns) {
        return "SELECT %s FROM %s FETCH FIRST %d ROWS ONLY"
                .formatted(
                        columns.stream().map(H2SampleSql::text).collect(Collectors.joining(", ")),
                        PortableName.of(table.name().schema(), table.name().name()),
                        ROWS);
    }

    private static String text(ScannedColumn column) {
        String name = PortableName.of(column.name());
        return ColumnReading.of(column) == ColumnReading.TEXT
                ? "SUBSTRING(%s, 1, %d)".formatted(name, LETTERS)
                : "SUBSTRING(CAST(%s AS VARCHAR), 1, %d)".formatted(name, LETTERS);
    }
}
