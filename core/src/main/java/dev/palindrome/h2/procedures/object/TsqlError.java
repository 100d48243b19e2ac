package dev.palindrome.h2.procedures.object;

import dev.palindrome.sql.ValueErrors;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.SQLException;

/** An error that SQL Server would have raised, in its words and with its number. */
public final class TsqlError {

    private TsqlError() {}

    public static SQLException of(int number, String message) {
        return new SQLException("Msg " + number + ": " + message, state(number), number);
    }

    /** The SQLSTATE that SQL Server's driver gives to an error: whoever asks whether a row was refused looks at it. */
    public static String state(int number) {
        return switch (number) {
            case 515, 547, 2601, 2627 -> "23000";
            case 8152 -> "22001";
            case 208 -> "S0002";
            case 1205 -> "40001";
            default -> "S0001";
        };
    }

    /** A statement that is refused only where it runs. What is wrong with a value is an error that a CATCH sees. */
    public static SQLException of(NeedsSqlServerException refusal) {
        int number = refusal.sqlServerError();
        return ValueErrors.have(number)
                ? new SQLException(refusal.getMessage(), state(number), number, refusal)
                : new SQLException(refusal.getMessage(), "0A000", refusal);
    }

    /** What H2 cannot do although SQL Server can. */
    public static SQLException needsSqlServer(String message) {
        return new SQLException(message + " Needs SQL Server: run with palindrome.engine=sqlserver.", "0A000");
    }
}
