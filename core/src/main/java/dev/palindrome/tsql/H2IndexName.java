package dev.palindrome.tsql;

/** The name of an index in H2, where indexes of different tables must not have the same name. */
public final class H2IndexName {

    private H2IndexName() {}

    /**
     * The name that an index has in H2.
     *
     * @param table its table's name, without schema
     * @param index its name in T-SQL
     * @return both with a point between
     */
    public static String of(String table, String index) {
        return table + "." + index;
    }
}
