package dev.palindrome.production.scan;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table as far as a scan has to know it.
 *
 * @param name with its schema
 * @param rowHint what stands behind its name where rows are read
 * @param columns in the table's order
 */
record ScannedTable(TableName name, String rowHint, List<ScannedColumn> columns) {

    /**
     * A column.
     *
     * @param name as it is
     * @param type missing where it is computed
     * @param isEncrypted whether its values are bytes that only a client with a key can read
     */
    record ScannedColumn(String name, Optional<DeclaredType> type, boolean isEncrypted) {

        static ScannedColumn of(Column column) {
            return new ScannedColumn(
                    column.name(),
                    column.type(),
                    column.object().get(Property.ENCRYPTED).isPresent());
        }
    }

    static ScannedTable of(Table table) {
        return new ScannedTable(
                new TableName(table.schema(), table.name()),
                table.rowHint(),
                table.columns().stream().map(ScannedColumn::of).toList());
    }
}
