package dev.palindrome.schema.compare;

import java.util.ArrayList;
import java.util.List;

/** The words, strings, comments and signs of a piece of T-SQL, as far as comparing texts needs them. */
public final class SqlTokens {

    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    public static List<String> of(String sql) {
        return new SqlTokens(sql).read();
    }

    private List<String> read() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else {
                int end = end(c);
                tokens.add(sql.substring(at, end).stripTrailing());
                at = end;
            }
        }
        return tokens;
    }

    private int end(char c) {
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (c == '[') {
            return quoted(']');
        }
        if (sql.startsWith("--", at)) {
            int newline = sql.indexOf('\n', at);
            return newline < 0 ? sql.length() : newline;
        }
        if (sql.startsWith("/*", at)) {
            int close = sql.indexOf("*/", at + 2);
            return close < 0 ? sql.length() : close + 2;
        }
        return isWordPart(c) ? word() : at + 1;
    }

    private int word() {
        int end = at;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#' || c == '$';
    }

    /** The offset behind the closing character; a doubled one stands for itself. */
    private int quoted(char close) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != close) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == close) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }
}
