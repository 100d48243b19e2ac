package dev.palindrome.tsql;

/**
 * Names of what the front needs in a table of H2 and no script made: a column that keeps rows out of a unique index, a key
 * for a foreign key that points to an index. Nobody sees them but H2.
 */
public final class HiddenName {

    private static final String PREFIX = "palindrome:";

    private HiddenName() {}

    /**
     * Makes such a name.
     *
     * @param number none that something else of the table has
     * @return no name that a script would give
     */
    public static String of(int number) {
        return PREFIX + number;
    }

    /**
     * Makes such a name in a schema, where it is another table's as well.
     *
     * @param what it is for, in the schema's names
     * @return no name that a script would give
     */
    public static String of(String what) {
        return PREFIX + what;
    }

    /**
     * Whether it is one.
     *
     * @param name of a column or constraint in H2
     * @return false for what a script made
     */
    public static boolean is(String name) {
        return name.startsWith(PREFIX);
    }
}
