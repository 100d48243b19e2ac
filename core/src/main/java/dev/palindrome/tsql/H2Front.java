package dev.palindrome.tsql;

import java.sql.Connection;
import java.sql.SQLException;

/** What a rewritten script needs in the H2 database that runs it. */
public final class H2Front {

    private H2Front() {}

    /**
     * Prepares a new, empty H2 database.
     *
     * @param connection to that database
     * @throws SQLException if H2 refuses
     */
    public static void install(Connection connection) throws SQLException {
        // nothing yet
    }
}
