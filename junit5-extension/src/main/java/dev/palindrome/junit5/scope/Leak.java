package dev.palindrome.junit5.scope;

import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetReport;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a test left behind.
 *
 * @param test its name
 * @param weight how bad it is: the higher, the worse
 * @param what in words, without any value of a row
 */
record Leak(String test, int weight, String what) implements Comparable<Leak> {

    private static final Comparator<Leak> WORST_FIRST = Comparator.comparingInt(Leak::weight)
            .reversed()
            .thenComparing(Leak::test)
            .thenComparing(Leak::what);

    private static final int OBSTACLE = Integer.MAX_VALUE;

    private static final int SCHEMA = OBSTACLE - 1;

    /**
     * Rows weigh by the number of tables that they are in.
     *
     * @param earlier what was different before the test began
     */
    static Leak of(String test, ResetReport report, Optional<ResetReport> earlier) {
        String what = report.reason()
                + earlier.map(known -> " (before the test's method: " + known.reason() + ")")
                        .orElse("");
        return switch (report.strategy()) {
            case NOTHING, TABLES -> new Leak(test, report.tables().size(), what);
            case DATABASE -> new Leak(test, SCHEMA, what);
        };
    }

    /** What keeps a database from being reset at all is worst. */
    static Leak of(String test, ResetException obstacle) {
        String what = obstacle instanceof OpenTransactionException open
                ? "a transaction is open on " + String.join(" and on ", open.connections())
                : String.valueOf(obstacle.getMessage());
        return new Leak(test, OBSTACLE, what);
    }

    @Override
    public int compareTo(Leak other) {
        return WORST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return test + ": " + what;
    }
}
