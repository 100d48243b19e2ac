package dev.palindrome.tsql;

import dev.palindrome.sql.QuotedName;

/** Stands in a statement for the type of a computed column, until H2 has been asked for it. */
public final class TypePlace {

    private TypePlace() {}

    /**
     * The place of one column's type.
     *
     * @param column its name; no other column of the statement has it
     * @return what is replaced by the type
     */
    public static String of(String column) {
        return QuotedName.of("palindrome", "the type of " + column);
    }
}
