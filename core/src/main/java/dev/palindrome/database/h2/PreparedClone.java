package dev.palindrome.database.h2;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made before anybody asks for it, in a thread of its own. There is one at most. */
final class PreparedClone<T> {

    /** A thread that waits for more would hold the class loader of whoever has made it. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    private static final Executor IN_THE_BACKGROUND = inTheBackground();

    private @Nullable CompletableFuture<T> prepared;
    private boolean discarded;

    /** Does nothing where there is one, or one is being made. */
    synchronized void make(Supplier<T> maker) {
        if (prepared == null && !discarded) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            prepared = CompletableFuture.supplyAsync(() -> under(loader, maker), IN_THE_BACKGROUND);
        }
    }

    private static Executor inTheBackground() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, LONGEST_IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "palindrome templates", 0, false);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(null);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** H2 looks for the classes of functions there. */
    private static <T> T under(@Nullable ClassLoader loader, Supplier<T> maker) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return maker.get();
        } finally {
            Thread.currentThread().setContextClassLoader(null);
        }
    }

    /** The prepared one, waiting for it if it is being made; empty where there is none, or where making it failed. */
    Optional<T> take() {
        CompletableFuture<T> taken = remove();
        try {
            return taken == null ? Optional.empty() : Optional.of(taken.join());
        } catch (CompletionException e) {
            return Optional.empty(); // whoever makes it now learns why
        }
    }

    /** The prepared one if it is made already: who works in the same thread cannot wait for it. */
    synchronized Optional<T> takeIfMade() {
        return prepared != null && prepared.isDone() ? take() : Optional.empty();
    }

    /** Whether there is one, or one is being made. */
    synchronized boolean isThere() {
        return prepared != null;
    }

    /** Gives the one that there is away, if there is one, when it is made. */
    void giveAway(Consumer<T> taker) {
        CompletableFuture<T> removed = remove();
        if (removed != null) {
            removed.thenAccept(taker);
        }
    }

    /** Makes no more, and gives the last one away. */
    void discard(Consumer<T> taker) {
        synchronized (this) {
            discarded = true;
        }
        giveAway(taker);
    }

    private synchronized @Nullable CompletableFuture<T> remove() {
        CompletableFuture<T> removed = prepared;
        prepared = null;
        return removed;
    }
}
