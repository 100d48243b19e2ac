package dev.palindrome.database.sqlserver;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** SQL Server before 2017, which lacks what the questions to its catalogue are written in. */
final class OldServer {

    /** SQL Server 2017. */
    private static final int OLDEST_VERSION = 14;

    /** Azure SQL Database says 12 whatever it can, and so do servers that only speak SQL Server's protocol. */
    static final String PROBE =
            "SELECT STRING_AGG(n.word, ', ') WITHIN GROUP (ORDER BY n.word) FROM (SELECT 'a' AS word) n";

    private OldServer() {}

    /**
     * Asks nothing of a server that says it is new enough.
     *
     * @throws DatabaseException if the server is too old
     */
    static void refuse(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() >= OLDEST_VERSION) {
            return;
        }
        try {
            SqlRunner.on(connection).run(PROBE);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "This SQL Server is version %s, and Palindrome needs SQL Server 2017 (version 14) or newer. Name such a"
                                    .formatted(server.getDatabaseProductVersion())
                            + " one with palindrome.url, or leave that out for a container.",
                    e);
        }
    }
}
