package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.production.scan.value.ColumnValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some rows of a table look like, by column. */
final class TableSample {

    private final List<ScannedColumn> columns;
    private final Map<String, ColumnValues> values = new HashMap<>();

    TableSample(List<ScannedColumn> columns) {
        this.columns = columns;
        columns.forEach(column -> values.put(column.name(), new ColumnValues()));
    }

    /** Of a table without a column that values can be told from, or whose rows cannot be read. */
    static TableSample none() {
        return new TableSample(List.of());
    }

    /** Looks at a row. */
    boolean add(ResultSet row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            String value = row.getString(i + 1);
            ColumnValues column = values.get(columns.get(i).name());
            if (value != null && column != null) {
                if (ColumnReading.of(columns.get(i)) == ColumnReading.DAY) {
                    column.addDay(value);
                } else {
                    column.add(value);
                }
            }
        }
        return true;
    }

    /** Empty for a column that was not read. */
    Optional<ColumnValues> of(ScannedColumn column) {
        return Optional.ofNullable(values.get(column.name()));
    }
}
