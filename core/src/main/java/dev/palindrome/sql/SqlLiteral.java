package dev.palindrome.sql;

import org.jspecify.annotations.Nullable;

/** Texts as the engines read them. */
public final class SqlLiteral {

    private SqlLiteral() {}

    /**
     * A text for SQL Server (Microsoft: constants-transact-sql).
     *
     * @param text as it is
     * @return such as {@code N'it''s'}
     */
    public static String of(String text) {
        return "N'" + doubled(text) + "'";
    }

    /**
     * A text for SQL Server, marked as Unicode only where it must be: DBCC and procedures of other servers that speak its
     * protocol take no mark.
     *
     * @param text as it is
     * @return such as {@code 'users'}
     */
    public static String unmarkedIfAscii(String text) {
        boolean isAscii = text.chars().allMatch(character -> character < 128);
        return isAscii ? "'" + doubled(text) + "'" : of(text);
    }

    /**
     * A text as it stands inside a literal.
     *
     * @param text as it is
     * @return the text with each quotation mark doubled
     */
    public static String doubled(String text) {
        return text.replace("'", "''");
    }

    /**
     * A text for H2, which takes one line, whatever it holds.
     *
     * @param text as it is
     * @return such as {@code 'it''s'}, or {@code U&'two\000alines'}
     */
    public static String h2(String text) {
        if (text.chars().noneMatch(c -> c < ' ')) {
            return "'" + doubled(text) + "'";
        }
        StringBuilder escaped = new StringBuilder("U&'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                escaped.append(String.format("\\%04x", (int) c));
            } else if (c == '\\' || c == '\'') {
                escaped.append(c).append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.append('\'').toString();
    }

    /**
     * A text for H2.
     *
     * @param text as it is, or null
     * @return {@link #h2}, or {@code NULL}
     */
    public static String h2OrNull(@Nullable String text) {
        return text == null ? "NULL" : h2(text);
    }
}
