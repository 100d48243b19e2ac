package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Drops a database under whoever is still connected to it. All in one session: a database in single-user mode belongs to
 * who comes first, so the session that closes the others takes the place itself, and leaves it only for the drop. Somebody
 * may be quicker even then, a pool that reconnects for instance; so all of it is tried again.
 */
final class SqlServerDrop {

    /** "Cannot drop database because it is currently in use": ended sessions take a moment to go. */
    private static final int IN_USE = 3702;

    /** For a server that speaks the protocol and has numbers of its own. */
    private static final String IN_USE_TEXT = "currently in use";

    private final DataSource server;

    SqlServerDrop(DataSource server) {
        this.server = server;
    }

    void drop(String database) throws SQLException {
        Retry.whileRefused(SqlServerDrop::isInUse, () -> dropOnce(database));
    }

    private void dropOnce(String database) throws SQLException {
        try (Connection connection = server.getConnection()) {
            SqlRunner session = SqlRunner.on(connection);
            Optional<SQLException> refusal = disconnectEverybody(session, database);
            try {
                session.run(SqlServerDatabaseSql.leaveAndDrop(database));
            } catch (SQLException e) {
                refusal.ifPresent(e::addSuppressed);
                throw e;
            }
        }
    }

    /** A server that lacks ALTER DATABASE, or a database that is gone, refuses; whether that matters, the drop shows. */
    private static Optional<SQLException> disconnectEverybody(SqlRunner session, String database) {
        try {
            session.run(SqlServerDatabaseSql.enter(database));
            session.run(SqlServerDatabaseSql.disconnectEverybody(database));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private static boolean isInUse(SQLException e) {
        return e.getErrorCode() == IN_USE || String.valueOf(e.getMessage()).contains(IN_USE_TEXT);
    }
}
