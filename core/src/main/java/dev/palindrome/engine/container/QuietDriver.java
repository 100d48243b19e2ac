package dev.palindrome.engine.container;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Microsoft's driver from warning of every login that a starting server does not answer yet. The driver has one
 * logger for all its connections: the first to enter quiets it, and the last to leave gives it its level back.
 */
final class QuietDriver implements AutoCloseable {

    private static final QuietLogger DRIVER =
            new QuietLogger(Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerConnection"));

    private QuietDriver() {
        DRIVER.enter();
    }

    static QuietDriver enter() {
        return new QuietDriver();
    }

    void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while SQL Server was starting", e);
        }
    }

    @Override
    public void close() {
        DRIVER.leave();
    }

    /** A logger that only speaks of what is severe while somebody is in. */
    static final class QuietLogger {

        private final Logger logger;
        private int inside;
        private @Nullable Level before;

        QuietLogger(Logger logger) {
            this.logger = logger;
        }

        synchronized void enter() {
            if (inside++ == 0) {
                before = logger.getLevel();
                logger.setLevel(Level.SEVERE);
            }
        }

        synchronized void leave() {
            if (--inside == 0) {
                logger.setLevel(before);
            }
        }
    }
}
