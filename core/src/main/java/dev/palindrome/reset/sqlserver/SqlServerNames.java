package dev.palindrome.reset.sqlserver;

/** Names and texts as T-SQL takes them. Microsoft: database-identifiers. */
final class SqlServerNames {

    private SqlServerNames() {}

    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** Microsoft: constants-transact-sql. Only what needs Unicode is marked so: DBCC of other servers takes no mark. */
    static String text(String value) {
        boolean isAscii = value.chars().allMatch(character -> character < 128);
        return (isAscii ? "'" : "N'") + value.replace("'", "''") + "'";
    }
}
