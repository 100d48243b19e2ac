package dev.palindrome.database.sqlserver;

import dev.palindrome.text.FirstLine;
import dev.palindrome.text.VisibleLog;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A copy of a backup where a server can read it. It is made by whoever wants it first; whoever wants it meanwhile waits. What
 * came out only in part is taken away at once, and what outlives this JVM goes with it: there are people's rows in it.
 */
final class SqlServerBackupCopy {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerBackupCopy.class);

    /** Something that is done to a file. */
    interface Action {
        void run() throws IOException;
    }

    private final String path;
    private final String server;
    private final Action removal;
    private final Optional<Consumer<Runnable>> atTheEnd;

    private boolean isWhole;
    private boolean isForeseen;
    private volatile boolean mayBeThere;

    /**
     * @param path where it is, as the server sees it
     * @param server what a person calls that
     * @param removal takes it away, be it there or not
     * @param atTheEnd whom to tell what is to be done when this JVM ends; empty where the copy does not outlive it anyhow
     */
    SqlServerBackupCopy(String path, String server, Action removal, Optional<Consumer<Runnable>> atTheEnd) {
        this.path = path;
        this.server = server;
        this.removal = removal;
        this.atTheEnd = atTheEnd;
    }

    String path() {
        return path;
    }

    synchronized boolean isThere() {
        return isWhole;
    }

    /** Makes it, unless it is there. The removal is seen to first, for a JVM that ends while copying. */
    synchronized void make(Action copying) throws IOException {
        if (isWhole) {
            return;
        }
        if (!isForeseen) {
            atTheEnd.ifPresent(end -> end.accept(this::remove));
            isForeseen = true;
        }
        mayBeThere = true;
        try {
            copying.run();
            isWhole = true;
        } finally {
            if (!isWhole) {
                remove();
            }
        }
    }

    /** Waits for nobody: a JVM that ends does not go on copying first. */
    private void remove() {
        if (!mayBeThere) {
            return;
        }
        try {
            removal.run();
            mayBeThere = false;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The copy {} on {} could not be deleted; delete it by hand: {}", path, server, FirstLine.of(e));
        }
    }
}
