package dev.palindrome.h2.definition;

import dev.palindrome.tsql.Token;
import java.util.List;

/** A string as H2 prints it: {@code '…'}, or {@code U&'…'} with escapes. */
public final class H2Literal {

    private static final String ESCAPED = "U&'";

    private H2Literal() {}

    /** What a whole literal says; one that is no string is its own text. */
    public static String text(String literal) {
        if (!literal.endsWith("'")) {
            return literal;
        }
        boolean escaped = literal.startsWith(ESCAPED);
        String inside = literal.substring(literal.indexOf('\'') + 1, literal.length() - 1)
                .replace("''", "'");
        return escaped ? unescaped(inside) : inside;
    }

    public static String at(List<Token> tokens, int at) {
        return tokens.get(at).is("U")
                ? unescaped(tokens.get(at + 2).value())
                : tokens.get(at).value();
    }

    public static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (escaped.charAt(i + 1) == '\\') {
                text.append('\\');
                i += 2;
            } else {
                boolean wide = escaped.charAt(i + 1) == '+';
                int from = wide ? i + 2 : i + 1;
                int end = from + (wide ? 6 : 4);
                text.appendCodePoint(Integer.parseInt(escaped.substring(from, end), 16));
                i = end;
            }
        }
        return text.toString();
    }
}
