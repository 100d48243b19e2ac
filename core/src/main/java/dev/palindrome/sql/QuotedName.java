package dev.palindrome.sql;

/** Names as H2 takes them. */
public final class QuotedName {

    private QuotedName() {}

    /**
     * A name of one part.
     *
     * @param name as it is
     * @return such as {@code "a""b"}
     */
    public static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * A table, or anything else that lives in a schema.
     *
     * @param schema its name, as it is
     * @param name as it is
     * @return such as {@code "dbo"."users"}
     */
    public static String of(String schema, String name) {
        return of(schema) + '.' + of(name);
    }
}
