package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;

/**
 * Rows in a database snapshot, which whoever saved it closes.
 *
 * @param database the snapshot's name
 */
record SqlServerSavedRows(String database) implements SqlServerRowSource {

    @Override
    public String of(SqlServerTable table) {
        return BracketedName.of(database) + "." + table.sqlName();
    }

    @Override
    public void close() {}
}
