package dev.palindrome.sql;

/** Texts as T-SQL reads them. */
public final class SqlLiteral {

    private SqlLiteral() {}

    public static String of(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
