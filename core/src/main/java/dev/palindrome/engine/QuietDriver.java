package dev.palindrome.engine;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps Microsoft's driver from warning of every login that a starting server does not answer yet. */
final class QuietDriver implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerConnection");

    private final @Nullable Level before = DRIVER.getLevel();

    private QuietDriver() {
        DRIVER.setLevel(Level.SEVERE);
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
        DRIVER.setLevel(before);
    }
}
