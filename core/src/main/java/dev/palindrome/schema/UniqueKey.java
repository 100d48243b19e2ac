package dev.palindrome.schema;

import dev.palindrome.schema.compare.ColumnList;
import java.util.List;
import java.util.Optional;

/**
 * What makes rows unique: a primary key, a UNIQUE constraint or a unique index.
 *
 * @param object with everything that is known about it
 */
public record UniqueKey(SchemaObject object) {

    /**
     * Whether a part keeps rows apart.
     *
     * @param part of a table
     * @return true for a primary key, a UNIQUE constraint and a unique index
     */
    public static boolean isUnique(SchemaObject part) {
        return part.kind() == ObjectKind.PRIMARY_KEY
                || part.kind() == ObjectKind.UNIQUE_KEY
                || part.kind() == ObjectKind.INDEX && part.is(Property.UNIQUE);
    }

    /**
     * Its columns.
     *
     * @return names in the order of the key
     */
    public List<String> columns() {
        return ColumnList.names(object.get(Property.COLUMNS).orElse(""));
    }

    /**
     * Whether it is the table's primary key.
     *
     * @return true for the primary key
     */
    public boolean isPrimary() {
        return object.kind() == ObjectKind.PRIMARY_KEY;
    }

    /**
     * Which rows it is about.
     *
     * @return a T-SQL condition; missing where it is about all
     */
    public Optional<String> filter() {
        return object.get(Property.FILTER);
    }
}
