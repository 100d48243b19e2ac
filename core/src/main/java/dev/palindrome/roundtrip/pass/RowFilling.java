package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.RememberedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts rows into tables that a migration has made, and values into columns that it has added. */
interface RowFilling {

    /**
     * Fills what is new.
     *
     * @return what could not be filled, and why, in sentences without values
     */
    List<String> fill(Connection connection, MigrationEffect effect) throws SQLException;

    /**
     * Fills what the migration's own undo must not find filled, because it makes old values of it.
     *
     * @return the rows as they were, to be put back before that undo
     */
    List<RememberedRows> fillForOthers(Connection connection, MigrationEffect effect) throws SQLException;
}
