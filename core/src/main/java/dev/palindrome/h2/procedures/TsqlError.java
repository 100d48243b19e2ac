package dev.palindrome.h2.procedures;

import java.sql.SQLException;

/** An error that SQL Server would have raised, in its words and with its number. */
public final class TsqlError {

    private TsqlError() {}

    public static SQLException of(int number, String message) {
        return new SQLException("Msg " + number + ": " + message, "S0001", number);
    }

    /** What H2 cannot do although SQL Server can. */
    public static SQLException needsSqlServer(String message) {
        return new SQLException(message + " Needs SQL Server: run with palindrome.engine=sqlserver.", "0A000");
    }
}
