package dev.palindrome.production.scan;

import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table as far as a scan has to know it.
 *
 * @param name with its schema
 * @param columns in the table's order
 */
record ScannedTable(TableName name, List<ScannedColumn> columns) {

    /**
     * A column.
     *
     * @param name as it is
     * @param type missing where it is computed
     */
    record ScannedColumn(String name, Optional<DeclaredType> type) {}

    static ScannedTable of(Table table) {
        return new ScannedTable(
                new TableName(table.schema(), table.name()),
                table.columns().stream()
                        .map(column -> new ScannedColumn(column.name(), column.type()))
                        .toList());
    }
}
