package dev.palindrome.production.export;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.sql.BracketedName;

/**
 * A foreign key whose parents come along.
 *
 * @param child the table that references
 * @param key the foreign key
 * @param parent the table that is referenced, by a table of keys
 */
record ParentStep(SubsetTable child, ForeignKey key, SubsetTable parent) {

    /** Such as {@code dbo.users.(a, b)}. */
    String columns() {
        String names = key.columns().size() == 1
                ? BracketedName.readable(key.columns())
                : "(" + String.join(", ", key.columns()) + ")";
        return child + "." + names;
    }
}
