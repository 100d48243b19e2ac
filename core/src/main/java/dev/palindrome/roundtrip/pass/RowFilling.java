package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts rows into tables that a migration has made, and values into columns that it has added. */
public interface RowFilling {

    /**
     * Fills what is new.
     *
     * @param undoReadsIt whether the undo may make old values out of new ones: then what the migration itself has put
     *     there is left alone
     * @return what could not be filled, and why, in sentences without values
     */
    List<String> fill(Connection connection, SchemaSnapshot before, SchemaSnapshot after, boolean undoReadsIt)
            throws SQLException;
}
