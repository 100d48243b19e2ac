package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.AzureRefusal;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Does something to a database that nobody may be connected to. All in one session: a database in single-user mode belongs
 * to who comes first, so the session that closes the others takes the place itself, and leaves it only for the statement.
 * Somebody may be quicker even then, a pool that reconnects for instance; so all of it is tried again, sessions and all.
 */
final class SqlServerEviction {

    /**
     * Somebody is in the one place (924, 5064), or was in it a moment ago (3101, 3702: the database is in use; 5061: no
     * lock on it), or had a lock that this session waited for (1205: deadlock).
     */
    private static final Set<Integer> SOMEBODY_WAS_QUICKER = Set.of(924, 1205, 3101, 3702, 5061, 5064);

    private static final String IN_USE_TEXT = "currently in use";

    private static final VisibleLog LOG = VisibleLog.of(SqlServerEviction.class);

    private final DataSource server;
    private final String database;

    SqlServerEviction(DataSource server, String database) {
        this.server = server;
        this.database = database;
    }

    /** Whether another try may do. */
    static boolean isPassing(SQLException e) {
        return SqlServerError.isOneOf(SOMEBODY_WAS_QUICKER, IN_USE_TEXT, e);
    }

    /** Closes the others, and runs a statement from outside of the database. */
    void run(String statement) throws SQLException {
        try (Connection connection = server.getConnection()) {
            SqlRunner session = SqlRunner.on(connection);
            Optional<SQLException> refusal = disconnectEverybody(session);
            boolean canUse = refusal.filter(AzureRefusal.OF_USE::is).isEmpty();
            if (!canUse && SaidOnce.isNew("no USE", database)) {
                LOG.info(
                        "Databases are dropped from outside, with nobody kept out meanwhile: {}",
                        ErrorText.of(refusal.get()));
            }
            try {
                session.run(canUse ? SqlServerDatabaseSql.leaveAnd(statement) : statement);
            } catch (SQLException e) {
                refusal.ifPresent(e::addSuppressed);
                throw e;
            }
        }
    }

    /** Lets everybody in again, also where a pool has taken the one place. */
    void letEverybodyIn() throws SQLException {
        Retry.whileRefused(SqlServerEviction::isPassing, () -> {
            try {
                SqlServerStatements.run(server, SqlServerDatabaseSql.letEverybodyIn(database));
            } catch (SQLException e) {
                if (isPassing(e)) {
                    endSessions().ifPresent(e::addSuppressed);
                }
                throw e;
            }
        });
    }

    private Optional<SQLException> endSessions() {
        try {
            SqlServerStatements.run(server, SqlServerDatabaseSql.endSessions(database));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** A server that lacks ALTER DATABASE, or a database that is gone, refuses; whether that matters, the statement shows. */
    private Optional<SQLException> disconnectEverybody(SqlRunner session) {
        Optional<SQLException> sessions = attempt(session, SqlServerDatabaseSql.endSessions(database));
        Optional<SQLException> alone = attempt(session, SqlServerDatabaseSql.enter(database))
                .or(() -> attempt(session, SqlServerDatabaseSql.disconnectEverybody(database)));
        alone.ifPresent(e -> sessions.ifPresent(e::addSuppressed));
        return alone;
    }

    private static Optional<SQLException> attempt(SqlRunner session, String sql) {
        try {
            session.run(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }
}
