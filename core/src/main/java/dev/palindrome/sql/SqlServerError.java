package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which of SQL Server's errors an error is. One statement may fail with several: first what is the matter, then that the
 * statement as a whole has failed, such as 3201 (no such backup) before 3013 (RESTORE is terminating), 5123 before 1802, 5061
 * before 5069, 1505 before 1750 (Microsoft: database-engine-events-and-errors). Microsoft's driver makes an exception of the
 * first and chains the others to it.
 */
public final class SqlServerError {

    /** From here on they are users' own (Microsoft: raiserror-transact-sql), or those of another server. */
    private static final int FIRST_THAT_IS_NOT_ITS_OWN = 50_000;

    /**
     * That a constraint or an index (1750) or a database (1802) was not made, that a backup or restore (3013), a statement (3621)
     * or an ALTER DATABASE (5069) has ended, that something could not be prepared (8180).
     */
    private static final Set<Integer> OF_THE_WHOLE = Set.of(1750, 1802, 3013, 3621, 5069, 8180);

    /**
     * Memory (701, 802, 8645, 8651), locks (1204, 1222), deadlocks (1205), changes that another has made to rows (3960) or tables
     * (3961) under SNAPSHOT (Microsoft: database-engine-events-and-errors).
     */
    private static final Set<Integer> PASSING = Set.of(701, 802, 1204, 1205, 1222, 3960, 3961, 8645, 8651);

    private SqlServerError() {}

    /**
     * Everything that a statement failed with.
     *
     * @param error of a server
     * @return the error and those chained to it, the telling one first
     */
    public static List<SQLException> all(SQLException error) {
        List<SQLException> all = new ArrayList<>();
        for (SQLException each = error; each != null; each = each.getNextException()) {
            all.add(each);
        }
        return all;
    }

    /**
     * What is the matter.
     *
     * @param error of a server
     * @return the first of all that does not merely say that the statement has failed; the error itself where all do
     */
    public static SQLException telling(SQLException error) {
        return all(error).stream()
                .filter(each -> !OF_THE_WHOLE.contains(each.getErrorCode()))
                .findFirst()
                .orElse(error);
    }

    /**
     * Tells whether an error has a number.
     *
     * @param number one of SQL Server's
     * @param error of a server
     * @return whether it, or one that came with it, has it
     */
    public static boolean has(int number, SQLException error) {
        return first(each -> each == number, error).isPresent();
    }

    /**
     * The first number of an error that says something to the caller.
     *
     * @param tells whether a number does
     * @param error of a server
     * @return the number, of the error or one that came with it
     */
    public static OptionalInt first(IntPredicate tells, SQLException error) {
        return all(error).stream()
                .mapToInt(SQLException::getErrorCode)
                .filter(tells)
                .findFirst();
    }

    /**
     * Tells whether an error is one of the moment, which says nothing about what a server answers.
     *
     * @param number of an error
     * @return whether the same may be answered another time
     */
    public static boolean isPassing(int number) {
        return PASSING.contains(number);
    }

    /**
     * Tells whether an error is none of SQL Server's own.
     *
     * @param number of an error
     * @return whether a script raises it with THROW or RAISERROR
     */
    public static boolean isRaised(int number) {
        return number >= FIRST_THAT_IS_NOT_ITS_OWN;
    }

    /**
     * Tells whether an error is one of these.
     *
     * <p>The number decides, since messages are in the language of the login. Only where it is none of SQL Server's does the
     * text: a server that speaks its protocol without being one has numbers of its own, and nothing else to go by, since the
     * driver makes the SQL state of them.
     *
     * @param numbers those of SQL Server
     * @param text what another server's message has in it
     * @param error of a server
     * @return whether it, or one that came with it, is one of them
     */
    public static boolean isOneOf(Set<Integer> numbers, String text, SQLException error) {
        int number = error.getErrorCode();
        return number > 0 && number < FIRST_THAT_IS_NOT_ITS_OWN
                ? first(numbers::contains, error).isPresent()
                : String.valueOf(error.getMessage()).contains(text);
    }
}
