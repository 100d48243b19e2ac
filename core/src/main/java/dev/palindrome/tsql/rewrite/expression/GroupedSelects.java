package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names what a SELECT with GROUP BY selects. H2 takes an expression in GROUP BY for a selected one that has the same name,
 * and in the mode of SQL Server whatever has no alias has none: {@code SELECT MIN(id) FROM t GROUP BY UPPER(s)} would be
 * grouped by {@code MIN(id)}, and fails where there are rows.
 */
final class GroupedSelects {

    private GroupedSelects() {}

    /** The same tokens where nothing is to be named. */
    static List<Token> named(List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> token.is("GROUP"))) {
            return tokens;
        }
        Map<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("SELECT")) {
                addNames(tokens, i + 1, names);
            }
        }
        List<Token> named = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            named.add(tokens.get(i));
            if (names.containsKey(i)) {
                named.add(like(tokens.get(i), Token.Kind.WORD, "AS", "AS"));
                String name = names.get(i);
                named.add(like(tokens.get(i), Token.Kind.NAME, "[" + name + "]", name));
            }
        }
        return named;
    }

    private static Token like(Token other, Token.Kind kind, String text, String value) {
        return new Token(kind, text, value, other.start(), other.line(), 0, true);
    }

    /** @param names by the place of the token that they go behind */
    private static void addNames(List<Token> tokens, int from, Map<Integer, String> names) {
        TokenReader reader = new TokenReader(tokens);
        reader.back(from);
        List<Integer> ends = new ArrayList<>();
        do {
            List<Token> item = reader.until(",", "FROM", ";", "UNION", "EXCEPT", "INTERSECT");
            if (!item.isEmpty() && isUnnamed(item)) {
                ends.add(reader.position() - 1);
            }
        } while (reader.acceptSymbol(","));
        if (reader.accept("FROM")) {
            reader.until(";", "UNION", "EXCEPT", "INTERSECT", "GROUP");
            if (reader.accept("GROUP", "BY") && groupsByMore(reader)) {
                ends.forEach(end -> names.put(end, "selected " + end));
            }
        }
    }

    private static boolean isUnnamed(List<Token> item) {
        Token last = item.get(item.size() - 1);
        return last.isSymbol(")") || last.is("END");
    }

    /** Than columns. */
    private static boolean groupsByMore(TokenReader reader) {
        return reader.until(";", "UNION", "EXCEPT", "INTERSECT", "HAVING", "ORDER").stream()
                .anyMatch(token -> token.kind() == Token.Kind.SYMBOL && !token.isSymbol(".") && !token.isSymbol(","));
    }
}
