package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.Set;

/** Which of SQL Server's errors an error is. */
public final class SqlServerError {

    /** From here on they are users' own (Microsoft: raiserror-transact-sql), or those of another server. */
    private static final int FIRST_THAT_IS_NOT_ITS_OWN = 50_000;

    private SqlServerError() {}

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
     * @return whether it is one of them
     */
    public static boolean isOneOf(Set<Integer> numbers, String text, SQLException error) {
        int number = error.getErrorCode();
        return number > 0 && number < FIRST_THAT_IS_NOT_ITS_OWN
                ? numbers.contains(number)
                : String.valueOf(error.getMessage()).contains(text);
    }
}
