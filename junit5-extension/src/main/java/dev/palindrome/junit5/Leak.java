package dev.palindrome.junit5;

import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetReport;
import java.util.Comparator;

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

    private static final int OPEN_TRANSACTION = Integer.MAX_VALUE;

    private static final int SCHEMA = OPEN_TRANSACTION - 1;

    /** Rows weigh by the number of tables that they are in. */
    static Leak of(String test, ResetReport report) {
        return switch (report.strategy()) {
            case NOTHING, TABLES -> new Leak(test, report.tables().size(), report.reason());
            case DATABASE -> new Leak(test, SCHEMA, report.reason());
        };
    }

    static Leak of(String test, OpenTransactionException open) {
        return new Leak(
                test, OPEN_TRANSACTION, "a transaction is open on " + String.join(" and on ", open.connections()));
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
