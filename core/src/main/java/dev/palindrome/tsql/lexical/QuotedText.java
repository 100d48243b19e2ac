package dev.palindrome.tsql.lexical;

/** Strings, bracketed names and quoted names: a doubled closing character stands for itself. */
public final class QuotedText {

    private QuotedText() {}

    /** The offset behind the closing character of what opens here, or -1 if it never closes. */
    public static int end(String sql, int open, char close) {
        int at = sql.indexOf(close, open + 1);
        while (at >= 0 && at + 1 < sql.length() && sql.charAt(at + 1) == close) {
            at = sql.indexOf(close, at + 2);
        }
        return at < 0 ? -1 : at + 1;
    }

    /** What stands between the opening and the closing character. */
    public static String value(String sql, int open, int end, char close) {
        String inside = sql.substring(open + 1, end - 1);
        return inside.indexOf(close) < 0 ? inside : inside.replace("" + close + close, "" + close);
    }
}
