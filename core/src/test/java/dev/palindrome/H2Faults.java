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
                losesCommonTableExpressions(), itself("cannot make a view with a common table expression once more"));
    }

    /** It loses the columns that stand behind a star, and overflows its stack where one reads from itself 200 times. */
    public static void assumeItReadsCommonTableExpressionsThatReadFromThemselves() {
        assumeFalse(
                Constants.VERSION.startsWith("2.2."),
                itself("cannot read some common table expressions that read from themselves"));
    }

    /** In CREATE VIEW it does not find one with a column of a domain, such as XML. */
    public static void assumeItTakesDomainsInCommonTableExpressions() {
        assumeFalse(
                Constants.VERSION.startsWith("2.2."),
                itself("cannot make a view with a common table expression of XML"));
    }

    private static String itself(String fault) {
        return "H2 " + Constants.VERSION + " itself " + fault;
    }
}
