package dev.palindrome.tsql;

/** White space and comments. Block comments nest, as they do on SQL Server. */
final class SkippedText {

    private SkippedText() {}

    /** Where the white space run or comment that starts at this offset ends; the offset itself if none starts there. */
    static int end(String sql, int at) {
        if (sql.startsWith("--", at)) {
            int newline = sql.indexOf('\n', at);
            return newline < 0 ? sql.length() : newline;
        }
        if (sql.startsWith("/*", at)) {
            return endOfBlockComment(sql, at);
        }
        int end = at;
        while (end < sql.length() && isBlank(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    private static int endOfBlockComment(String sql, int start) {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return start;
    }
}
