package dev.palindrome.roundtrip.pass;

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
}
