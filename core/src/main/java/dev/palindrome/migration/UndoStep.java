package dev.palindrome.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One undo of several that run one after the other.
 *
 * @param applied what is undone
 * @param undo how
 * @param stampAfterwards the version that a stamp goes back to; empty where the row goes altogether
 */
record UndoStep(AppliedVersion applied, Undo undo, Optional<String> stampAfterwards) {

    /** Makes the history say what it said before this version was applied. */
    void correct(HistoryTable history, Connection connection) throws SQLException {
        if (stampAfterwards.isPresent()) {
            history.rebase(connection, applied.installedRank(), stampAfterwards.get());
        } else {
            history.delete(connection, applied.installedRank());
        }
    }
}
