package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The INSERT of one row that gives back what SQL Server made of its own. It goes through a table variable, because a
 * table with triggers takes no OUTPUT without INTO (docs: output-clause-transact-sql).
 */
final class SqlServerInsert {

    private static final String SQL = """
            SET NOCOUNT ON;
            DECLARE @made TABLE (%s);
            INSERT INTO %s%s OUTPUT %s INTO @made %s;
            SELECT * FROM @made""";

    private SqlServerInsert() {}

    /** A parameter that is NULL has a type, which need not be one that the column takes: its NULL is written. */
    static String sql(Table table, Map<Column, @Nullable Object> given, List<GeneratedColumn> made) {
        String variable = made.stream()
                .map(column -> BracketedName.of(column.name()) + " " + type(column))
                .collect(Collectors.joining(", "));
        String output = made.stream()
                .map(column -> "INSERTED." + BracketedName.of(column.name()))
                .collect(Collectors.joining(", "));
        String names =
                BracketedName.list(given.keySet().stream().map(Column::name).toList());
        String values = given.values().stream()
                .map(value -> value == null ? "NULL" : "?")
                .collect(Collectors.joining(", "));
        return SQL.formatted(
                variable,
                table.sqlName(),
                given.isEmpty() ? "" : " (" + names + ")",
                output,
                given.isEmpty() ? "DEFAULT VALUES" : "VALUES (" + values + ")");
    }

    /**
     * What takes the column's values. A rowversion takes none and is a BINARY(8) (docs: rowversion-transact-sql); what a
     * computed column comes to is not known; a text keeps its code page.
     */
    private static String type(GeneratedColumn made) {
        if (made.type().filter(DeclaredType::isRowversion).isPresent()) {
            return "BINARY(8)";
        }
        String type = made.type().map(DeclaredType::toString).orElse("SQL_VARIANT");
        return made.column()
                .object()
                .get(Property.COLLATION)
                .map(collation -> type + " COLLATE " + collation)
                .orElse(type);
    }
}
