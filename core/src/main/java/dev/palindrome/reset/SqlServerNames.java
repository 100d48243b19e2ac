package dev.palindrome.reset;

/** Names and texts as T-SQL takes them. Microsoft: database-identifiers. */
final class SqlServerNames {

    private SqlServerNames() {}

    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    static String text(String value) {
        return "N'" + value.replace("'", "''") + "'";
    }
}
