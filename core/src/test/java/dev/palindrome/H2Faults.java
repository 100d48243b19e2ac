package dev.palindrome;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.h2.engine.Constants;

/** What a version of H2 does wrong itself, so that a test of it is skipped there, and says why. */
public final class H2Faults {

    private H2Faults() {}

    /** In CREATE VIEW, where such a view is made of the statement that H2 itself keeps: it forgets the WITH, or throws a NullPointerException. */
    public static boolean losesCommonTableExpressions() {
        return Constants.VERSION.startsWith("2.2.");
    }

    public static void assumeItKeepsCommonTableExpressions() {
        assumeFalse(
                losesCommonTableExpressions(),
                "H2 " + Constants.VERSION + " itself cannot make a view with a common table expression once more");
    }
}
