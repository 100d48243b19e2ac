package dev.palindrome.seed.refusal;

import java.sql.SQLException;
import java.util.Set;

/** Errors about a row or a value in it, and not about the statement. */
public final class RowErrors {

    /**
     * Values that cannot be converted, are too large or too long, are divided by zero or are out of a function's range, and
     * rows of which there are more than a subquery or a MERGE takes (Microsoft: database-engine-events-and-errors-0-to-999,
     * 2000-to-2999, 3000-to-3999, 8000-to-8999, 13000-to-13999). SQL Server's driver gives a standard SQLSTATE to some
     * constraints and to the older error for what is too long, and to none of these.
     */
    private static final Set<Integer> OF_SQL_SERVER =
            Set.of(220, 232, 241, 242, 244, 245, 248, 517, 1505, 1946, 2628, 8114, 8115, 8134, 8169, 13609);

    /** Their texts quote no value. */
    private static final Set<Integer> WITHOUT_VALUES = Set.of(512, 535, 536, 537, 3623, 8672);

    /** Texts that are no XML, each for a reason of its own (Microsoft: database-engine-events-and-errors-9000-to-9999). */
    private static final int FIRST_OF_XML = 9400;

    private static final int LAST_OF_XML = 9499;

    /** "Scalar subquery contains more than one row" and "Column contains null values". */
    private static final Set<Integer> OF_H2 = Set.of(90053, 90081);

    private RowErrors() {}

    /** Whether another row might have passed. */
    public static boolean contain(SQLException failure) {
        int code = failure.getErrorCode();
        return mayQuoteValues(failure)
                || WITHOUT_VALUES.contains(code)
                || code >= FIRST_OF_XML && code <= LAST_OF_XML
                || OF_H2.contains(code);
    }

    /** Whether the text may hold a value of the row. */
    public static boolean mayQuoteValues(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("22")
                || isConstraint(failure)
                || OF_SQL_SERVER.contains(failure.getErrorCode());
    }

    public static boolean isConstraint(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("23");
    }
}
