package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what takes long texts where there is little stack, in which whatever recurses for each character fails. */
public final class LittleStack {

    public static final int MEGABYTE = 1_000_000;

    private static final long STACK_BYTES = 128 * 1024L;

    /** Of the processor's time, not of the clock's, which also runs while other work has the machine. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final long LOOK_EVERY_MILLIS = 100;

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
            Duration taken = Duration.ZERO;
            while (thread.isAlive() && taken.compareTo(LONGEST) < 0) {
                thread.join(LOOK_EVERY_MILLIS);
                taken = processorTime(thread, taken);
            }
            assertThat(task.isDone())
                    .as("done within " + LONGEST + " of the processor's time")
                    .isTrue();
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("With little stack: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The time of a thread, or what it was before where the thread has ended. */
    private static Duration processorTime(Thread thread, Duration before) {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        return nanos < 0 ? before : Duration.ofNanos(nanos);
    }
}
