package dev.palindrome.tsql.index;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of a key or index.
 *
 * @param name the column's name
 * @param descending whether DESC was written
 */
public record KeyColumn(String name, boolean descending) {

    /** Reads {@code ([a], [b] DESC)}. */
    public static List<KeyColumn> list(TokenReader reader) {
        List<KeyColumn> columns = new ArrayList<>();
        reader.expectSymbol("(");
        do {
            String name = reader.identifier();
            boolean descending = reader.accept("DESC");
            if (!descending) {
                reader.accept("ASC");
            }
            columns.add(new KeyColumn(name, descending));
        } while (reader.acceptSymbol(","));
        reader.expectSymbol(")");
        return columns;
    }

    /** Reads {@code ([a], [b])}, where no direction may stand. */
    public static List<KeyColumn> names(TokenReader reader) {
        List<KeyColumn> columns = new ArrayList<>();
        reader.expectSymbol("(");
        do {
            columns.add(new KeyColumn(reader.identifier(), false));
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return columns;
    }

    /** Names for H2, without directions. */
    public static String names(List<KeyColumn> columns) {
        return columns.stream().map(c -> QuotedName.of(c.name())).collect(Collectors.joining(", "));
    }

    /** Names and directions for H2. */
    public static String directed(List<KeyColumn> columns) {
        return columns.stream()
                .map(c -> QuotedName.of(c.name()) + (c.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Names and directions as T-SQL. */
    public static String tsql(List<KeyColumn> columns) {
        return columns.stream()
                .map(c -> BracketedName.of(c.name()) + (c.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }
}
