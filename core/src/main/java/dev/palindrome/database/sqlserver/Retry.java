package dev.palindrome.database.sqlserver;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Says a statement again that a busy server refused. */
final class Retry {

    private static final int ATTEMPTS = 20;

    private static final long PAUSE_MILLIS = 250;

    private Retry() {}

    /** A statement for a server. */
    interface Action {
        void run() throws SQLException;
    }

    static void whileRefused(Predicate<SQLException> passes, Action action) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                action.run();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !passes.test(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException refusal) throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
