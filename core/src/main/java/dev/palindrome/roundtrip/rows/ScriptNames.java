package dev.palindrome.roundtrip.rows;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that may be a name in some T-SQL: words, names in brackets and quotes, and both in literals. */
final class ScriptNames {

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    void add(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.isName()) {
                names.add(token.value());
            } else if (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.UNCLOSED) {
                addInside(token.value());
            }
        }
    }

    void addAll(Collection<String> more) {
        names.addAll(more);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Set<String> all() {
        return names;
    }

    /** A literal may be a name, T-SQL, a piece of T-SQL, or anything else: quotes in it need not open anything. */
    private void addInside(String literal) {
        for (Token token : Lexer.tokens(literal, 1)) {
            if (token.kind() == Token.Kind.NAME) {
                names.add(token.value());
            }
        }
        int start = 0;
        for (int i = 0; i <= literal.length(); i++) {
            if (i == literal.length() || !isWordPart(literal.charAt(i))) {
                if (i > start) {
                    names.add(literal.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#' || c == '$';
    }
}
