package dev.palindrome.database.sqlserver;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Says a statement again that a busy server refused. */
final class Retry {

    /** Ended sessions are gone sooner than that. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /** By chance, so that those who wait for the same thing do not come back together. */
    private static final long SHORTEST_PAUSE_MILLIS = 100;

    private static final long LONGEST_PAUSE_MILLIS = 400;

    private Retry() {}

    /** A statement for a server. */
    interface Action {
        void run() throws SQLException;
    }

    static void whileRefused(Predicate<SQLException> passes, Action action) throws SQLException {
        whileRefused(LONG_ENOUGH, passes, action);
    }

    /** @param patience from the first refusal on; a server may let each try wait as well */
    static void whileRefused(Duration patience, Predicate<SQLException> passes, Action action) throws SQLException {
        long firstRefusal = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                action.run();
                return;
            } catch (SQLException e) {
                if (attempt == 1) {
                    firstRefusal = System.nanoTime();
                }
                if (!passes.test(e) || System.nanoTime() - firstRefusal >= patience.toNanos()) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException refusal) throws SQLException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
