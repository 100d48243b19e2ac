package dev.palindrome.database;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database that is made before anybody asks for it, in a thread of its own. There is one at most. */
final class H2Spare {

    private static final Executor IN_THE_BACKGROUND = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "palindrome templates");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable CompletableFuture<H2Database> spare;
    private boolean discarded;

    synchronized void make(Supplier<H2Database> maker) {
        if (spare == null && !discarded) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            spare = CompletableFuture.supplyAsync(() -> under(loader, maker), IN_THE_BACKGROUND);
        }
    }

    /** H2 looks for the classes of functions there. */
    private static H2Database under(@Nullable ClassLoader loader, Supplier<H2Database> maker) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return maker.get();
        } finally {
            Thread.currentThread().setContextClassLoader(null);
        }
    }

    /** The spare one, waiting for it if it is being made; empty where there is none, or where making it failed. */
    Optional<H2Database> take() {
        CompletableFuture<H2Database> taken = remove();
        try {
            return taken == null ? Optional.empty() : Optional.of(taken.join());
        } catch (CompletionException e) {
            return Optional.empty(); // whoever makes it now learns why
        }
    }

    void discard() {
        CompletableFuture<H2Database> last;
        synchronized (this) {
            discarded = true;
            last = remove();
        }
        if (last != null) {
            last.thenAccept(H2Database::close);
        }
    }

    private synchronized @Nullable CompletableFuture<H2Database> remove() {
        CompletableFuture<H2Database> removed = spare;
        spare = null;
        return removed;
    }
}
