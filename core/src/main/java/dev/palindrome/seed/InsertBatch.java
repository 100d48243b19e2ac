package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import java.util.Collections;
import java.util.List;

/** The INSERT of one row, with a parameter for each column. */
final class InsertBatch {

    private InsertBatch() {}

    static String sql(Table table, List<Column> columns, String overriding) {
        if (columns.isEmpty()) {
            return "INSERT INTO " + table.sqlName() + " DEFAULT VALUES";
        }
        return "INSERT INTO %s (%s) %sVALUES (%s)"
                .formatted(
                        table.sqlName(),
                        Brackets.list(columns.stream().map(Column::name).toList()),
                        overriding,
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    static boolean givesIdentity(List<Column> columns) {
        return columns.stream().anyMatch(column -> column.identity().isPresent());
    }
}
