package dev.palindrome.progress;

import dev.palindrome.text.VisibleLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that may take long: every two seconds the log says what it is, how far it has come and since when it runs. What
 * takes less says nothing. Of steps within one another the innermost speaks.
 */
public final class LongStep implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private static final ThreadLocal<@Nullable LongStep> INNERMOST = new ThreadLocal<>();

    private final VisibleLog log;
    private final String what;
    private final Pace pace;
    private final long begun;
    private final @Nullable LongStep around;
    private final Runnable end;
    private volatile String howFar = "";
    private volatile long heard;
    private volatile boolean silent;

    private LongStep(VisibleLog log, String what, Pace pace) {
        this.log = log;
        this.what = what;
        this.pace = pace;
        this.begun = pace.nanos();
        this.heard = begun;
        this.around = INNERMOST.get();
        if (around != null) {
            around.silent = true;
        }
        INNERMOST.set(this);
        this.end = pace.every(BETWEEN, this::say);
    }

    /**
     * Something that is done as a step.
     *
     * @param <T> what comes of it
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /**
         * Does it.
         *
         * @param step to be told how far it has come
         * @return what comes of it
         * @throws E if it goes wrong
         */
        T with(LongStep step) throws E;
    }

    /**
     * Begins a step, to be closed on the same thread.
     *
     * @param log where it is said, on INFO
     * @param what such as {@code Pulling the image x}
     * @return the step
     */
    public static LongStep begin(VisibleLog log, String what) {
        return begin(log, what, RealPace.INSTANCE);
    }

    /**
     * Begins a step at somebody's pace.
     *
     * @param log where it is said, on INFO
     * @param what such as {@code Pulling the image x}
     * @param pace the time that goes by
     * @return the step
     */
    public static LongStep begin(VisibleLog log, String what, Pace pace) {
        return new LongStep(log, what, pace);
    }

    /**
     * Does something as a step.
     *
     * @param log where it is said, on INFO
     * @param what such as {@code Pulling the image x}
     * @param work what is done
     * @param <T> what comes of it
     * @param <E> what may go wrong
     * @return what comes of it
     * @throws E if it goes wrong
     */
    public static <T, E extends Exception> T during(VisibleLog log, String what, Work<T, E> work) throws E {
        try (LongStep step = begin(log, what)) {
            return work.with(step);
        }
    }

    /** Takes note that the log has just heard of what this thread does, in other words than a step's. */
    public static void heardOfThisThread() {
        LongStep step = INNERMOST.get();
        if (step != null) {
            step.heard = step.pace.nanos();
        }
    }

    /**
     * Takes note of how far it is.
     *
     * @param now such as {@code 3 of 5 migrations}; nothing is said yet
     */
    public void at(String now) {
        howFar = now;
    }

    private void say() {
        long now = pace.nanos();
        // A scheduler that is late once is early the next time.
        if (!silent && now - heard >= BETWEEN.toNanos() / 2) {
            heard = now;
            log.info(
                    "{} goes on, after {} s{}",
                    what,
                    Duration.ofNanos(now - begun).toSeconds(),
                    howFar.isEmpty() ? "." : ": " + howFar + ".");
        }
    }

    /** It is done. */
    @Override
    public void close() {
        end.run();
        silent = true;
        if (INNERMOST.get() == this) {
            if (around == null) {
                INNERMOST.remove();
            } else {
                around.silent = false;
                INNERMOST.set(around);
            }
        }
    }
}
