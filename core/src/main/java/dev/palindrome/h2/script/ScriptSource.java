package dev.palindrome.h2.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the statements that make a database come from, and how such statements are run. */
public interface ScriptSource {

    /** Everything but rows. */
    DatabaseScript withoutRows(Connection connection) throws SQLException;

    DatabaseScript withRows(Connection connection) throws SQLException;

    List<String> settings(Connection connection) throws SQLException;

    /** H2 has such views since 2.3. */
    boolean hasHadMaterializedView(Connection connection) throws SQLException;

    /** With rows; every user's password is empty. */
    DatabaseScript withoutPasswords(Connection connection) throws SQLException;

    /**
     * Runs statements that came from here. Afterwards, views that were made before what they name are compiled once more.
     *
     * @throws SQLException if one of them fails; those before it stay
     */
    void run(Connection connection, List<String> statements) throws SQLException;
}
