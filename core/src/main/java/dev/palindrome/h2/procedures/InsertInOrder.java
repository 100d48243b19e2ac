package dev.palindrome.h2.procedures;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** INSERT without a list of columns. */
final class InsertInOrder {

    private final H2Table table;

    InsertInOrder(H2Table table) {
        this.table = table;
    }

    int insert(String source) throws SQLException {
        String names = table.columns().stream()
                .filter(column -> !column.identity() && !column.computed())
                .map(column -> QuotedName.of(column.name()))
                .collect(Collectors.joining(", "));
        return SqlRunner.on(table.connection()).update("INSERT INTO " + table.h2() + " (" + names + ") " + source);
    }
}
