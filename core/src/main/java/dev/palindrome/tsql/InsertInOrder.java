package dev.palindrome.tsql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** INSERT without a list of columns. */
final class InsertInOrder {

    private static final String COLUMNS = """
            SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND IS_IDENTITY = 'NO' AND IS_GENERATED = 'NEVER'
            ORDER BY ORDINAL_POSITION
            """;

    private final H2Table table;

    InsertInOrder(H2Table table) {
        this.table = table;
    }

    int insert(String source) throws SQLException {
        List<String> columns = table.texts(COLUMNS);
        String names = columns.stream().map(SqlText::name).collect(Collectors.joining(", "));
        try (Statement statement = table.connection().createStatement()) {
            return statement.executeUpdate("INSERT INTO " + table.h2() + " (" + names + ") " + source);
        }
    }
}
