package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UnnamedConstraint;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises the text of {@link UnnamedConstraint#drop} in a script, however it is laid out.
 *
 * @param constraint what the text drops
 * @param end the index of the first token behind it
 */
public record UnnamedConstraintMatch(UnnamedConstraint constraint, int end) {

    /** How EF Core drops the default of a column, whose name it does not know either. */
    private static final String EF_CORE = """
            DECLARE @drop sysname;
            SELECT @drop = [d].[name]
            FROM [sys].[default_constraints] [d]
            INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id]
                AND [d].[parent_object_id] = [c].[object_id]
            WHERE ([d].[parent_object_id] = OBJECT_ID(N'{table}') AND [c].[name] = N'{what}');
            IF @drop IS NOT NULL EXEC(N'ALTER TABLE {table} DROP CONSTRAINT [' + @drop + '];');""";

    /** The same from version 10 on. */
    private static final String EF_CORE_10 = EF_CORE.replace("sysname", "nvarchar(max)")
            .replace("@drop = [d].[name]", "@drop = QUOTENAME([d].[name])")
            .replace("CONSTRAINT [' + @drop + '];'", "CONSTRAINT ' + @drop + ';'");

    private static final Map<UnnamedConstraint.Kind, List<List<Token>>> TEXTS =
            new EnumMap<>(UnnamedConstraint.Kind.class);

    static {
        for (UnnamedConstraint.Kind kind : UnnamedConstraint.Kind.values()) {
            List<String> texts = kind == UnnamedConstraint.Kind.DEFAULT
                    ? List.of(kind.text(), EF_CORE, EF_CORE_10)
                    : List.of(kind.text());
            TEXTS.put(kind, texts.stream().map(text -> Lexer.tokens(text, 1)).toList());
        }
    }

    /** Whether the text that drops one begins here. */
    public static Optional<UnnamedConstraintMatch> at(List<Token> tokens, int start) {
        return Stream.of(UnnamedConstraint.Kind.values())
                .flatMap(kind -> of(kind, tokens, start).stream())
                .findFirst();
    }

    private static Optional<UnnamedConstraintMatch> of(UnnamedConstraint.Kind kind, List<Token> tokens, int start) {
        return TEXTS.getOrDefault(kind, List.of()).stream()
                .flatMap(pattern -> of(kind, pattern, tokens, start).stream())
                .findFirst();
    }

    private static Optional<UnnamedConstraintMatch> of(
            UnnamedConstraint.Kind kind, List<Token> pattern, List<Token> tokens, int start) {
        // All but the semicolon at the end, which a script may leave out, and the token that ends a text.
        int length = pattern.size() - 2;
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < length; i++) {
            boolean there = start + i < tokens.size() && matches(pattern.get(i), tokens.get(start + i), found);
            if (!there) {
                return Optional.empty();
            }
        }
        UnnamedConstraint constraint = new UnnamedConstraint(
                kind,
                found.getOrDefault(UnnamedConstraint.TABLE, ""),
                found.getOrDefault(UnnamedConstraint.WHAT, ""),
                found.getOrDefault(UnnamedConstraint.REFERENCED, ""));
        return Optional.of(new UnnamedConstraintMatch(constraint, start + length));
    }

    private static boolean matches(Token pattern, Token token, Map<String, String> found) {
        if (pattern.kind() != token.kind()) {
            return false;
        }
        if (pattern.kind() == Token.Kind.VARIABLE) {
            return found.computeIfAbsent(pattern.text(), absent -> token.text()).equalsIgnoreCase(token.text());
        }
        if (pattern.kind() != Token.Kind.STRING) {
            return pattern.text().equalsIgnoreCase(token.text());
        }
        String value = pattern.value();
        int open = value.indexOf('{');
        if (open < 0) {
            return value.equals(token.value());
        }
        int close = value.indexOf('}') + 1;
        return captured(value.substring(0, open), value.substring(open, close), value.substring(close), token, found);
    }

    private static boolean captured(String head, String name, String tail, Token token, Map<String, String> found) {
        String value = token.value();
        if (value.length() < head.length() + tail.length() || !value.startsWith(head) || !value.endsWith(tail)) {
            return false;
        }
        String inside = value.substring(head.length(), value.length() - tail.length());
        return found.computeIfAbsent(name, absent -> inside).equals(inside);
    }
}
