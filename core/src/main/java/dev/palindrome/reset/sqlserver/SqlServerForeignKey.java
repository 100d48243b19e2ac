package dev.palindrome.reset.sqlserver;

/**
 * A foreign key that is held to.
 *
 * @param table object_id of the table that has it
 * @param referenced object_id of the table that it points to
 * @param name of the constraint
 * @param isTrusted whether all rows are known to obey it
 */
record SqlServerForeignKey(int table, int referenced, String name, boolean isTrusted) {}
