package dev.palindrome.reset;

import dev.palindrome.database.Database;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A database as it was at one moment: rows, identities, sequences, schema. {@link #restore()} brings it back, and does as
 * little as that takes. Several snapshots of one database may be open at once. May be used by several threads, one after
 * the other.
 */
public final class Snapshot implements AutoCloseable {

    private static final VisibleLog LOG = VisibleLog.of(Snapshot.class);

    private final Database database;
    private final Baseline baseline;
    private final Runnable connectionsEnded;
    private boolean closed;

    Snapshot(Database database, Baseline baseline, Runnable connectionsEnded) {
        this.database = database;
        this.baseline = baseline;
        this.connectionsEnded = connectionsEnded;
    }

    /**
     * Brings the database back to what it was when the snapshot was taken. Connections stay open, unless SQL Server has to put
     * the whole database back, or its option READ_COMMITTED_SNAPSHOT; who wants to know asks for it with {@code
     * TestDatabase.onConnectionsEnded}.
     *
     * @return what was done, and why
     * @throws OpenTransactionException if somebody has written and not committed; nothing was changed then
     * @throws ResetException if the database cannot be brought back, or the snapshot is closed
     */
    public synchronized ResetReport restore() {
        requireOpen();
        int timesEnded = baseline.timesConnectionsEnded();
        try {
            return TimeSpent.ofThisJvm().measure(TimeSpent.Kind.RESET, database.name(), this::restoreNow);
        } finally {
            if (baseline.timesConnectionsEnded() != timesEnded) {
                connectionsEnded.run();
            }
        }
    }

    private ResetReport restoreNow() {
        long start = System.nanoTime();
        try {
            ResetReport report = report(baseline.restore(), start);
            LOG.debug("Reset of {}: {}", database.name(), report);
            return report;
        } catch (PalindromeException e) {
            throw e;
        } catch (SQLException e) {
            throw new ResetException("%s could not be reset: %s".formatted(database.name(), ErrorText.of(e)), e);
        } catch (RuntimeException e) {
            throw new ResetException("%s could not be reset: %s".formatted(database.name(), e.getMessage()), e);
        }
    }

    /**
     * Finds out what {@link #restore()} would have to do, and does nothing.
     *
     * @return what would be done, and why; how long the finding out took
     * @throws OpenTransactionException if somebody has written and not committed
     * @throws ResetException if that cannot be found out, or the snapshot is closed
     */
    public synchronized ResetReport inspect() {
        requireOpen();
        long start = System.nanoTime();
        try {
            return report(baseline.inspect(), start);
        } catch (SQLException e) {
            throw new ResetException(
                    "What was written to %s could not be found out: %s".formatted(database.name(), ErrorText.of(e)), e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new ResetException("The snapshot of %s is closed: take another one.".formatted(database.name()));
        }
    }

    private static ResetReport report(Baseline.Outcome outcome, long start) {
        return new ResetReport(
                outcome.strategy(), outcome.reason(), outcome.tables(), Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * Whether it has been closed.
     *
     * @return true if the database cannot be brought back to it any more
     */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Forgets what was remembered; the database stays as it is. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            baseline.close();
        } catch (SQLException e) {
            throw new ResetException(
                    "The snapshot of %s could not be closed: %s".formatted(database.name(), ErrorText.of(e)), e);
        }
    }

    /** The database's name. */
    @Override
    public String toString() {
        return "snapshot of " + database.name();
    }
}
