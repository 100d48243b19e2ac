package dev.palindrome.sql;

import java.sql.SQLException;

/** A statement that takes more stack than there is: H2 reads and plans it in the stack of who sends it. */
public final class StackLimit {

    /** SQL Server's number for the same (Microsoft: database-engine-events-and-errors). */
    private static final int ERROR = 8631;

    private StackLimit() {}

    /**
     * Makes an error like any other of a statement.
     *
     * @param overflow what has happened
     * @return SQL Server's error
     */
    public static SQLException reached(StackOverflowError overflow) {
        return new SQLException(
                "Msg 8631: the statement is nested too deeply, or too many things hang on each other in it, such as"
                        + " hundreds of UNION or +. Divide it, or run with palindrome.engine=sqlserver.",
                "S0001",
                ERROR,
                overflow);
    }
}
