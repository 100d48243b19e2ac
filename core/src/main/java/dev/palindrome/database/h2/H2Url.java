package dev.palindrome.database.h2;

import java.nio.file.Path;

/** Where an H2 database is, and how it behaves. */
final class H2Url {

    /** Functions that H2 does not find there are looked for in the front's schema. */
    private static final String IN_DBO = ";SCHEMA=dbo;SCHEMA_SEARCH_PATH=palindrome";

    private H2Url() {}

    /**
     * Makes a database in memory. Identifiers keep their case and compare without it, as under SQL Server's default
     * collation; the database outlives its last connection.
     */
    static String create(String name, H2Behaviour behaviour) {
        return "jdbc:h2:mem:" + name + settings(behaviour) + ";DB_CLOSE_DELAY=-1";
    }

    /** Connects to a database that exists. What it is like was settled when it was made. */
    static String connect(String name) {
        return "jdbc:h2:mem:" + name + ";IFEXISTS=TRUE" + IN_DBO;
    }

    /** Connects although nobody knows what the database is like by now: a test can drop every schema. */
    static String connectAnyhow(String connect) {
        return connect.replace(IN_DBO, "");
    }

    /** Makes a database in a file; H2 adds {@code .mv.db} to the name. */
    static String createFile(Path file, H2Behaviour behaviour) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + settings(behaviour);
    }

    /** Connects to a database in a file that exists. */
    static String connectFile(Path file, H2Behaviour behaviour) {
        return createFile(file, behaviour) + ";IFEXISTS=TRUE" + IN_DBO;
    }

    /** H2 makes lists of what OR joins, and refuses {@code a = 1 OR b = 1} where one column is a BIT (its OPTIMIZE_OR). */
    private static String settings(H2Behaviour behaviour) {
        return ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_OR=FALSE;IGNORECASE="
                + (behaviour.ignoresCase() ? "TRUE" : "FALSE");
    }
}
