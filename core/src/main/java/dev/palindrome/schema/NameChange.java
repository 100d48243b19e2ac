package dev.palindrome.schema;

import java.util.List;

/**
 * That something got another name, as sp_rename gives it.
 *
 * @param kind what got it
 * @param name what it was called: schema and name of an object; schema, table and name of a column or index
 * @param newName the last part of what it is called now
 */
public record NameChange(Kind kind, List<String> name, String newName) {

    /** What sp_rename tells apart. */
    public enum Kind {
        /** A table, or anything else that has its name in a schema, such as a constraint. */
        OBJECT,
        /** A column of a table. */
        COLUMN,
        /** An index of a table. */
        INDEX
    }

    /**
     * Copies the name.
     *
     * @param kind what got it
     * @param name what it was called
     * @param newName the last part of what it is called now
     */
    public NameChange {
        name = List.copyOf(name);
    }
}
