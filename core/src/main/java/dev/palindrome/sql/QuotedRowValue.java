package dev.palindrome.sql;

import dev.palindrome.text.HiddenValues;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The value of a row that some of SQL Server's errors quote (Microsoft: database-engine-events-and-errors, their texts; in
 * whatever language). Where the rows are people's, it is cut off.
 */
public final class QuotedRowValue {

    private QuotedRowValue() {}

    /**
     * Cuts it off.
     *
     * @param error of a server
     * @return an error of the same number without the value, and without what came with it; empty where it quotes none
     */
    public static Optional<SQLException> cutOff(SQLException error) {
        SQLException telling = SqlServerError.telling(error);
        return HiddenValues.before(telling.getErrorCode(), String.valueOf(telling.getMessage()))
                .map(begin -> {
                    SQLException bare = new SQLException(
                            begin + "… (the value is left out)", telling.getSQLState(), telling.getErrorCode());
                    bare.setStackTrace(telling.getStackTrace());
                    return bare;
                });
    }
}
