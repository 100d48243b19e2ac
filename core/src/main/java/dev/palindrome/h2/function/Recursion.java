package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;

/** How often a table reads from itself. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class Recursion {

    private Recursion() {}

    /**
     * Counts on.
     *
     * @param level how often it has
     * @param limit how often it may; 0 for as often as it likes
     * @return one more
     * @throws SQLException 530 where that is too often
     */
    public static int next(int level, int limit) throws SQLException {
        if (limit > 0 && level >= limit) {
            throw TsqlError.of(
                    530,
                    "The statement terminated. The maximum recursion " + limit
                            + " has been exhausted before statement completion.");
        }
        return level + 1;
    }
}
