package dev.palindrome.database.sqlserver;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Says a statement again that a busy server refused. */
final class Retry {

    /** Five seconds: ended sessions are gone sooner than that. */
    private static final int ATTEMPTS = 20;

    private static final long PAUSE_MILLIS = 250;

    private Retry() {}

    /** A statement for a server. */
    interface Action {
        void run() throws SQLException;
    }

    static void whileRefused(Predicate<SQLException> passes, Action action) throws SQLException {
        whileRefused(ATTEMPTS, passes, action);
    }

    /** @param attempts a quarter of a second lies between two of them */
    static void whileRefused(int attempts, Predicate<SQLException> passes, Action action) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                action.run();
                return;
            } catch (SQLException e) {
                if (attempt == attempts || !passes.test(e)) {
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
