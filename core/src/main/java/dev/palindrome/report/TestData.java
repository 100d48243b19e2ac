package dev.palindrome.report;

import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the data of tests took in one JVM: how classes came to their databases, and what resets had to put back.
 *
 * @param starts in the order of the classes
 * @param resets in the order of the tests
 */
public record TestData(List<ClassStart> starts, List<TestReset> resets) {

    /**
     * Copies both.
     *
     * @param starts in the order of the classes
     * @param resets in the order of the tests
     */
    public TestData {
        starts = List.copyOf(starts);
        resets = List.copyOf(resets);
    }

    /** How a class comes to its database. */
    public enum Origin {
        /** It was migrated and seeded for this class. */
        MADE,
        /** It is a copy of one that was made before. */
        CLONED,
        /** It is that of another class or of an application context, put back for this class. */
        SHARED
    }

    /**
     * A class that came to a database.
     *
     * @param testClass its name
     * @param database the database's name
     * @param origin how
     * @param took how long the class waited
     */
    public record ClassStart(String testClass, String database, Origin origin, Duration took) {}

    /**
     * A reset, which puts back what a test left.
     *
     * @param test for whom it was made: that test waited
     * @param after the test before it on this database, whose changes these mostly are
     * @param report what was done and why, without any value of a row
     */
    public record TestReset(String test, Optional<String> after, ResetReport report) {

        /**
         * Whether anything had to be put back.
         *
         * @return false where nothing was written
         */
        public boolean putsBack() {
            return report.strategy() != ResetStrategy.NOTHING;
        }
    }
}
