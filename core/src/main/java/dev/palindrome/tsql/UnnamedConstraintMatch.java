package dev.palindrome.tsql;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the text of {@link UnnamedConstraint#drop} in a script, however it is laid out.
 *
 * @param constraint what the text drops
 * @param end the index of the first token behind it
 */
record UnnamedConstraintMatch(UnnamedConstraint constraint, int end) {

    private static final Map<UnnamedConstraint.Kind, List<Token>> TEXTS = new EnumMap<>(UnnamedConstraint.Kind.class);

    static {
        for (UnnamedConstraint.Kind kind : UnnamedConstraint.Kind.values()) {
            TEXTS.put(kind, Lexer.tokens(kind.text(), 1));
        }
    }

    static Optional<UnnamedConstraintMatch> of(UnnamedConstraint.Kind kind, List<Token> tokens, int start) {
        List<Token> pattern = TEXTS.getOrDefault(kind, List.of());
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
