package dev.palindrome.database.sqlserver;

import dev.palindrome.database.SavedState;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Saves the state of a database: in a database snapshot, or else in a backup, where the server makes one. */
final class SqlServerSaving {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerSaving.class);

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
        List<String> refusals = new ArrayList<>();
        Optional<SavedState> state = attempt(refusals, () -> SqlServerDatabaseSnapshot.take(server, replacement))
                .or(() -> attempt(refusals, () -> SqlServerDatabaseBackup.take(server, inside, replacement)));
        if (!refusals.isEmpty()) {
            LOG.debug("{} cannot be saved in every way: {}", replacement.database(), refusals);
        }
        if (state.isEmpty()) {
            sayOnce(replacement.database(), refusals);
        }
        return state;
    }

    /** The reasons may name the database. */
    private static void sayOnce(String database, List<String> refusals) {
        String text =
                "After a test that changes the schema, it is put back by T-SQL: a database snapshot cannot be had (%s), nor a backup (%s)."
                        .formatted(refusals.toArray());
        if (SaidOnce.isNew(text, database)) {
            LOG.info(text);
        }
    }

    private static Optional<SavedState> attempt(List<String> refusals, Taking taking) {
        try {
            return Optional.of(taking.take());
        } catch (SQLException e) {
            refusals.add(ErrorText.of(e));
            return Optional.empty();
        }
    }
}
