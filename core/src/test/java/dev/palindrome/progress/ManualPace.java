package dev.palindrome.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time goes by when a test says so. */
public final class ManualPace implements Pace {

    private final List<Task> tasks = new ArrayList<>();
    private long now = Duration.ofMinutes(1).toNanos();

    private static final class Task {
        final Duration interval;
        final Runnable action;
        long next;

        Task(Duration interval, Runnable action, long next) {
            this.interval = interval;
            this.action = action;
            this.next = next;
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Runnable every(Duration interval, Runnable action) {
        Task task = new Task(interval, action, now + interval.toNanos());
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    public void pass(Duration time) {
        long end = now + time.toNanos();
        while (now < end) {
            now = tasks.stream()
                    .mapToLong(task -> task.next)
                    .filter(next -> next <= end)
                    .min()
                    .orElse(end);
            for (Task task : List.copyOf(tasks)) {
                if (task.next == now) {
                    task.next += task.interval.toNanos();
                    task.action.run();
                }
            }
        }
    }

    public boolean isIdle() {
        return tasks.isEmpty();
    }
}
