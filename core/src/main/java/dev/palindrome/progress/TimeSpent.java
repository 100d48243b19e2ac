package dev.palindrome.progress;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the time that tests wait for Palindrome goes: how often, how long, and the slowest of each kind. */
public final class TimeSpent {

    private static final TimeSpent OF_THIS_JVM = new TimeSpent();

    private static final ThreadLocal<@Nullable String> BENEFICIARY = new ThreadLocal<>();

    private final Map<Kind, Sum> sums = new EnumMap<>(Kind.class);

    /** Nothing yet; tests have their own. */
    TimeSpent() {}

    /** What takes time. */
    public enum Kind {
        /** Starting a server, finding one, or making the first database of the embedded engine, which loads it. */
        START("start", "starts"),
        /** Going up or down for a test. */
        MIGRATION("migration", "migrations"),
        /** Proving a set of migrations. */
        ROUND_TRIP("round trip", "round trips"),
        /** Putting rows in. */
        SEED("seed", "seeds"),
        /** Bringing a database back. */
        RESET("reset", "resets");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        private String counted(long count) {
            return count + " " + (count == 1 ? one : several);
        }
    }

    private record Sum(long count, Duration took, Duration slowest, String whose) {

        static final Sum NOTHING = new Sum(0, Duration.ZERO, Duration.ofNanos(-1), "");

        Sum and(long more, Duration time, String by) {
            boolean isSlower = time.compareTo(slowest) > 0;
            return new Sum(count + more, took.plus(time), isSlower ? time : slowest, isSlower ? by : whose);
        }
    }

    /**
     * Something that is done.
     *
     * @param <T> what comes of it
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /**
         * Does it.
         *
         * @return what comes of it
         * @throws E if it goes wrong
         */
        T run() throws E;
    }

    /**
     * That of all tests of this JVM.
     *
     * @return always the same
     */
    public static TimeSpent ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Does something for a test or a class, whose name stands beside what is slowest.
     *
     * @param who such as {@code TodoRepositoryTest}
     * @param work what is done on this thread
     * @param <T> what comes of it
     * @param <E> what may go wrong
     * @return what comes of it
     * @throws E if it goes wrong
     */
    public static <T, E extends Exception> T on(String who, Work<T, E> work) throws E {
        String before = BENEFICIARY.get();
        BENEFICIARY.set(who);
        try {
            return work.run();
        } finally {
            if (before == null) {
                BENEFICIARY.remove();
            } else {
                BENEFICIARY.set(before);
            }
        }
    }

    /**
     * Takes note of what was done, for whom {@link #on} says on this thread.
     *
     * @param kind what
     * @param count how many of it
     * @param took how long all of it took
     * @param whose who it was for, if nobody says
     */
    public synchronized void add(Kind kind, long count, Duration took, String whose) {
        String by = Optional.ofNullable(BENEFICIARY.get()).orElse(whose);
        sums.put(kind, sums.getOrDefault(kind, Sum.NOTHING).and(count, took, by));
    }

    /**
     * Does something, and takes note of it, also if it goes wrong.
     *
     * @param kind what
     * @param whose who it is for, if nobody says
     * @param work what is done
     * @param <T> what comes of it
     * @param <E> what may go wrong
     * @return what comes of it
     * @throws E if it goes wrong
     */
    public <T, E extends Exception> T measure(Kind kind, String whose, Work<T, E> work) throws E {
        long begun = System.nanoTime();
        try {
            return work.run();
        } finally {
            add(kind, 1, Duration.ofNanos(System.nanoTime() - begun), whose);
        }
    }

    /**
     * All of it on one line.
     *
     * @return such as {@code 1 start 9.1 s, 12 migrations 4.5 s (slowest: OrdersTest, 3.3 s)}; empty where nothing was done
     */
    public synchronized Optional<String> summary() {
        return sums.isEmpty()
                ? Optional.empty()
                : Optional.of(sums.entrySet().stream()
                        .map(each -> part(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String part(Kind kind, Sum sum) {
        String slowest = sum.whose().isEmpty() ? "" : " (slowest: " + sum.whose() + ", " + seconds(sum.slowest()) + ")";
        return kind.counted(sum.count()) + " " + seconds(sum.took()) + slowest;
    }

    private static String seconds(Duration time) {
        return time.compareTo(Duration.ofMillis(100)) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
