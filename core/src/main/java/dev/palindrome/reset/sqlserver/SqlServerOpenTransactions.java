package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Transactions that somebody has left open. */
final class SqlServerOpenTransactions {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerOpenTransactions.class);

    /** "Lock request time out period exceeded." Microsoft: set-lock-timeout-transact-sql. */
    private static final Set<Integer> LOCK_TIMEOUT = Set.of(1222);

    private static final String LOCK_TIMEOUT_TEXT = "lock timeout";

    private final Database database;

    SqlServerOpenTransactions(Database database) {
        this.database = database;
    }

    static Answer<String> ask(SqlServerQueryBatch batch) {
        return batch.addObstacle(SqlServerQueries.OPEN_TRANSACTIONS.sql(), row -> row.getString("session"));
    }

    /** Where the login may not see other sessions, only their locks show. */
    void requireNone(Answer<String> open) throws SQLException {
        if (open.failure().isPresent()) {
            LOG.debug(
                    "Open transactions cannot be looked for on {}: {}",
                    database,
                    open.failure().get().getMessage());
        } else if (!open.rows().isEmpty()) {
            throw new OpenTransactionException(database.name(), open.rows());
        }
    }

    /** Whether a statement failed because of one that does not show. */
    static boolean isReasonFor(SQLException failure) {
        return SqlServerError.isOneOf(LOCK_TIMEOUT, LOCK_TIMEOUT_TEXT, failure);
    }

    /** What the server said names the table. */
    OpenTransactionException hidden(SQLException failure) {
        OpenTransactionException open = new OpenTransactionException(
                database.name(), List.of("a connection that " + database.username() + " may not see"));
        open.initCause(failure);
        return open;
    }
}
