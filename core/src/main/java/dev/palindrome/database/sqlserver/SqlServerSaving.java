package dev.palindrome.database.sqlserver;

import dev.palindrome.database.SavedState;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the state of a database: in a database snapshot, or else in a backup, where the server makes one. */
final class SqlServerSaving {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerSaving.class);

    private SqlServerSaving() {}

    /** Takes a state. */
    private interface Taking {
        SavedState take() throws SQLException;
    }

    /**
     * Saves the state that a database is in.
     *
     * @param server leads to the server
     * @param inside leads into the database
     */
    static Optional<SavedState> save(DataSource server, DataSource inside, SqlServerReplacement replacement) {
        return attempt("database snapshot", replacement, () -> SqlServerDatabaseSnapshot.take(server, replacement))
                .or(() -> attempt(
                        "backup", replacement, () -> SqlServerDatabaseBackup.take(server, inside, replacement)));
    }

    private static Optional<SavedState> attempt(String kind, SqlServerReplacement replacement, Taking taking) {
        try {
            return Optional.of(taking.take());
        } catch (SQLException e) {
            LOG.debug("{} cannot have a {}: {}", replacement.database(), kind, e.getMessage());
            return Optional.empty();
        }
    }
}
