package dev.palindrome.tsql;

/** The name of an index in H2, where indexes of different tables must not have the same name. */
public final class H2IndexName {

    private H2IndexName() {}

    public static String of(String table, String index) {
        return table + "." + index;
    }
}
