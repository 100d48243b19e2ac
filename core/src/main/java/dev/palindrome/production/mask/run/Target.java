package dev.palindrome.production.mask.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table with columns whose values change, or the history of such a table.
 *
 * @param table as the schema has it; of a history the table whose history it is
 * @param name of the table that holds the rows
 * @param columns that change, in the table's order
 */
record Target(Table table, TableName name, List<TargetColumn> columns) {

    /** Whether its rows are those that a temporal table had before. */
    boolean isHistory() {
        return !name.parts().equals(table.object().name());
    }

    /** The one that a column of the table is; missing where it does not change. */
    Optional<TargetColumn> column(Column column) {
        return columns.stream()
                .filter(each -> each.name().equals(column.name()))
                .findFirst();
    }

    /** As both engines take it. */
    String sqlName() {
        return PortableName.of(name.schema(), name.name());
    }

    /**
     * Leaves out rows without a value in any of the columns, which stay as they are.
     *
     * @param prefix what stands before a column's name, such as {@code t.}
     * @return what stands behind an UPDATE; empty where every row has a value
     */
    String withValues(String prefix) {
        boolean isEveryRow = columns.stream()
                .anyMatch(column -> table.columns().stream()
                        .anyMatch(each -> each.name().equals(column.name()) && !each.isNullable()));
        return isEveryRow
                ? ""
                : columns.stream()
                        .map(column -> prefix + column.sqlName() + " IS NOT NULL")
                        .collect(Collectors.joining(" OR ", " WHERE ", ""));
    }

    /** For a message: the columns with what becomes of them. */
    String columnsInWords() {
        return columns.stream()
                .map(column -> column.name() + " (" + column.kind() + ")")
                .collect(Collectors.joining(", "));
    }
}
