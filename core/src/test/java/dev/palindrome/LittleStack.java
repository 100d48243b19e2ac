package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what takes long texts where there is little stack, in which whatever recurses for each character fails. */
public final class LittleStack {

    public static final int MEGABYTE = 1_000_000;

    private static final long STACK_BYTES = 128 * 1024L;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private LittleStack() {}

    /**
     * Runs something.
     *
     * @param work what to run
     * @return what came of it
     */
    public static <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "little stack", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LONGEST.toMillis());
            assertThat(task.isDone()).as("done within " + LONGEST).isTrue();
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("With little stack: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
