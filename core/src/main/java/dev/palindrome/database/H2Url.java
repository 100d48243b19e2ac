package dev.palindrome.database;

import java.nio.file.Path;

/** Where an H2 database is, and how it behaves. */
final class H2Url {

    private H2Url() {}

    /**
     * Makes the database. Identifiers keep their case and compare without it, as under SQL Server's default collation; the
     * database outlives its last connection.
     */
    static String create(String name, boolean ignoreCase) {
        return "jdbc:h2:mem:" + name + behaviour(ignoreCase) + ";DB_CLOSE_DELAY=-1";
    }

    /** Connects to a database that exists. What it is like was settled when it was made. */
    static String connect(String name) {
        return "jdbc:h2:mem:" + name + ";IFEXISTS=TRUE;SCHEMA=dbo";
    }

    static String behaviour(boolean ignoreCase) {
        return ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE="
                + (ignoreCase ? "TRUE" : "FALSE");
    }

    /** A database in a file; H2 adds {@code .mv.db} to the name. */
    static String file(Path file, boolean ignoreCase) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + behaviour(ignoreCase);
    }
}
