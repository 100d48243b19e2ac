package dev.palindrome.h2.procedures;

import java.sql.SQLException;

/** Renames in H2, which takes a name for another's where only upper and lower case differ: then by way of a third one. */
final class RenameSteps {

    /** Behind a name that nothing has for longer than two statements. */
    private static final String BETWEEN = " palindrome";

    @FunctionalInterface
    interface Step {
        void rename(String from, String to) throws SQLException;
    }

    private RenameSteps() {}

    static void run(String from, String to, Step step) throws SQLException {
        if (from.equals(to)) {
            return;
        }
        if (from.equalsIgnoreCase(to)) {
            step.rename(from, to + BETWEEN);
            step.rename(to + BETWEEN, to);
        } else {
            step.rename(from, to);
        }
    }
}
