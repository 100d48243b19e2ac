package dev.palindrome.sql;

import java.util.Set;

/**
 * Errors of values, which SQL Server has only when a statement runs, so that a CATCH sees them. Here a literal that cannot
 * become what it shall be is found before.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors">
 *     Database engine events and errors</a>
 */
public final class ValueErrors {

    private static final Set<Integer> NUMBERS =
            Set.of(220, 232, 234, 235, 241, 242, 244, 245, 248, 295, 517, 535, 8114, 8115, 8169, 8170);

    private ValueErrors() {}

    /**
     * Whether it is one.
     *
     * @param number of an error of SQL Server's
     * @return false for what is found when a statement is compiled, too
     */
    public static boolean have(int number) {
        return NUMBERS.contains(number);
    }
}
