package dev.palindrome.h2.definition;

/** Names as H2 prints them: {@code "…"}, or {@code U&"…"} with escapes where they are not ASCII. */
public final class H2Identifiers {

    private static final String ESCAPED = "U&\"";

    private H2Identifiers() {}

    /** One of H2's own statements, with all names in the plain form. */
    public static String plain(String sql) {
        if (!sql.contains(ESCAPED)) {
            return sql;
        }
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            int start = sql.startsWith(ESCAPED, i) ? i + ESCAPED.length() - 1 : i;
            char c = sql.charAt(start);
            int end = c == '"' || c == '\'' ? endOfQuoted(sql, start) : start + 1;
            String text = sql.substring(start, end);
            plain.append(start == i ? text : H2Literal.unescaped(text));
            i = end;
        }
        return plain.toString();
    }

    /** A quotation mark within is doubled. */
    private static int endOfQuoted(String sql, int start) {
        char quote = sql.charAt(start);
        int end = sql.indexOf(quote, start + 1) + 1;
        while (end < sql.length() && sql.charAt(end) == quote) {
            end = sql.indexOf(quote, end + 1) + 1;
        }
        return end;
    }
}
