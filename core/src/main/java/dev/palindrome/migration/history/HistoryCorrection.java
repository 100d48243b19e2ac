package dev.palindrome.migration.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes the history say what it said before a version was applied.
 *
 * @param installedRank the row that says it is
 * @param stampAfterwards the version that a stamp goes back to; empty where the row goes altogether
 * @param repeatablesGo whether repeatable migrations are applied: they count as pending afterwards, so that going up makes
 *     what the undo had to drop of theirs
 */
public record HistoryCorrection(int installedRank, Optional<String> stampAfterwards, boolean repeatablesGo) {

    /** The same where it may have been made already. */
    public void makeUnlessMade(HistoryTable history, Connection connection) throws SQLException {
        if (history.holds(connection, installedRank)) {
            make(history, connection);
        }
    }

    public void make(HistoryTable history, Connection connection) throws SQLException {
        if (stampAfterwards.isPresent()) {
            history.rebase(connection, installedRank, stampAfterwards.get());
        } else {
            history.delete(connection, installedRank);
        }
        if (repeatablesGo) {
            history.deleteRepeatables(connection);
        }
    }
}
