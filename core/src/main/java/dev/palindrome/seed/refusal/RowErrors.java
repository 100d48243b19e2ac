package dev.palindrome.seed.refusal;

import java.sql.SQLException;
import java.util.Set;

/** Errors about a row or a value in it, and not about the statement. */
public final class RowErrors {

    /**
     * Values that cannot be converted, are too large or too long, or divided by zero (Microsoft:
     * database-engine-events-and-errors-0-to-999, 2000-to-2999, 8000-to-8999). SQL Server's driver gives a standard SQLSTATE to
     * some constraints and to the older error for what is too long, and to none of these.
     */
    private static final Set<Integer> OF_SQL_SERVER =
            Set.of(220, 232, 241, 242, 244, 245, 248, 517, 1505, 1946, 2628, 8114, 8115, 8134, 8169);

    private RowErrors() {}

    public static boolean contain(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || isConstraint(failure) || OF_SQL_SERVER.contains(failure.getErrorCode());
    }

    public static boolean isConstraint(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("23");
    }
}
