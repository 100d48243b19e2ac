package dev.palindrome.tsql.lexical;

/** Operators and punctuation, of which those of two and three characters are one symbol. */
public final class Symbols {

    private static final String[] SINGLE = new String[128];

    static {
        for (char c = 0; c < SINGLE.length; c++) {
            SINGLE[c] = String.valueOf(c);
        }
    }

    private Symbols() {}

    /** The offset behind the symbol that starts here. */
    public static int end(String sql, int at) {
        char first = sql.charAt(at);
        char second = at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
        boolean pair = switch (first) {
            case '<' -> second == '>' || second == '=' || second == '<';
            case '!' -> second == '=' || second == '<' || second == '>';
            case '>' -> second == '=' || second == '>';
            case '+', '-', '*', '/', '%', '&', '^' -> second == '=';
            case '|' -> second == '=' || second == '|';
            case ':' -> second == ':';
            default -> false;
        };
        if (!pair) {
            return at + Character.charCount(sql.codePointAt(at));
        }
        return sql.startsWith("||=", at) ? at + 3 : at + 2;
    }

    /** The text between two offsets, the same object for what scripts are full of. */
    public static String text(String sql, int start, int end) {
        return end == start + 1 && sql.charAt(start) < SINGLE.length
                ? SINGLE[sql.charAt(start)]
                : sql.substring(start, end);
    }
}
