package dev.palindrome.tsql.lexical;

/** White space and comments. Block comments nest, as they do on SQL Server. */
public final class SkippedText {

    private SkippedText() {}

    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    /** The offset behind the comment that starts here, or -1 if it never closes. */
    public static int endOfComment(String sql, int start) {
        return sql.charAt(start) == '-' ? endOfLine(sql, start) : endOfBlockComment(sql, start);
    }

    private static int endOfLine(String sql, int start) {
        int end = start;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int endOfBlockComment(String sql, int start) {
        int depth = 0;
        int at = start;
        while (at + 1 < sql.length()) {
            char c = sql.charAt(at);
            char next = sql.charAt(at + 1);
            if (c == '/' && next == '*') {
                depth++;
                at += 2;
            } else if (c == '*' && next == '/') {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return -1;
    }
}
