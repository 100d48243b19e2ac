package dev.palindrome.tsql;

/** Strings, bracketed names and quoted names: a doubled closing character stands for itself. */
final class QuotedText {

    private QuotedText() {}

    /** The offset behind the closing character of what opens here, or the end of the text if it never closes. */
    static int end(String sql, int open, char close) {
        int at = open + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != close) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == close) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }
}
