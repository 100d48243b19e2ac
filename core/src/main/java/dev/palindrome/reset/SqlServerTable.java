package dev.palindrome.reset;

import java.util.List;

/**
 * A table whose rows can be put back.
 *
 * @param id its object_id
 * @param schema such as {@code dbo}
 * @param name without schema
 * @param columns that an INSERT can give values to
 * @param hasIdentity whether one of them is an identity
 * @param isMemoryOptimized whether it can be neither in a database snapshot nor in a transaction across databases
 */
record SqlServerTable(
        int id, String schema, String name, List<String> columns, boolean hasIdentity, boolean isMemoryOptimized) {

    /** As T-SQL takes it. */
    String sqlName() {
        return SqlServerNames.quoted(schema) + "." + SqlServerNames.quoted(name);
    }

    String columnList() {
        return String.join(", ", columns.stream().map(SqlServerNames::quoted).toList());
    }

    /** As people write it. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
