package dev.palindrome.progress;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The JVM's clock, and one thread that ends when nobody has needed it for a while. */
final class RealPace implements Pace {

    static final RealPace INSTANCE = new RealPace();

    static final String THREAD = "palindrome-progress";

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, RealPace::thread);

    private RealPace() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        thread.setContextClassLoader(RealPace.class.getClassLoader()); // of no test class or application
        return thread;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Runnable every(Duration interval, Runnable action) {
        ScheduledFuture<?> scheduled =
                executor.scheduleAtFixedRate(action, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }
}
