package dev.palindrome.schema.compare;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns with the name of a table before them or without: {@code [dbo].[users]([id])}, {@code ([a] DESC, [b])}.
 *
 * @param name the table's, in parts
 * @param columns names without directions
 */
public record ColumnList(List<String> name, List<String> columns) {

    public static List<String> names(String columns) {
        return parse(columns).columns();
    }

    public static ColumnList parse(String text) {
        List<String> name = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> current = name;
        for (Token token : Lexer.tokens(text, 1)) {
            if (token.isSymbol("(")) {
                current = columns;
            } else if (token.kind() == Token.Kind.NAME) {
                current.add(token.value());
            }
        }
        return new ColumnList(name, columns);
    }
}
