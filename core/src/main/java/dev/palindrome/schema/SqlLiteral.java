package dev.palindrome.schema;

/** Texts as T-SQL reads them. */
final class SqlLiteral {

    private SqlLiteral() {}

    static String of(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
