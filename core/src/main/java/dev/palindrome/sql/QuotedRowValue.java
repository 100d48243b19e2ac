package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * The value of a row that some of SQL Server's errors quote (Microsoft: database-engine-events-and-errors, their texts; in
 * whatever language). Where the rows are people's, it is cut off.
 */
public final class QuotedRowValue {

    /** "Violation of … constraint 'name'. … in object 'name'. The duplicate key value is (value).": the last, in brackets. */
    private static final Set<Integer> DUPLICATE = Set.of(1505, 2601, 2627);

    /** "… in table 'name', column 'name'. Truncated value: 'value'.": the third in quotes. */
    private static final int TRUNCATED = 2628;

    /** "Conversion failed when converting the … value 'value' to data type …": the first in quotes. */
    private static final Set<Integer> CONVERSION = Set.of(244, 245, 248);

    /** "Arithmetic overflow error for data type …, value = number.": the last. */
    private static final Set<Integer> OVERFLOW = Set.of(220, 232);

    private static final int QUOTES_BEFORE_TRUNCATED = 5;

    private QuotedRowValue() {}

    /**
     * Cuts it off.
     *
     * @param error of a server
     * @return an error of the same number without the value, and without what came with it; empty where it quotes none
     */
    public static Optional<SQLException> cutOff(SQLException error) {
        SQLException telling = SqlServerError.telling(error);
        return begin(telling.getErrorCode(), String.valueOf(telling.getMessage()))
                .map(begin -> {
                    SQLException bare = new SQLException(
                            begin + "… (the value is left out)", telling.getSQLState(), telling.getErrorCode());
                    bare.setStackTrace(telling.getStackTrace());
                    return bare;
                });
    }

    /** What stands before the value. */
    private static Optional<String> begin(int number, String message) {
        if (DUPLICATE.contains(number)) {
            return Optional.of(message.substring(0, bracketOutsideQuotes(message)));
        }
        if (number == TRUNCATED) {
            return Optional.of(message.substring(0, quote(QUOTES_BEFORE_TRUNCATED, message)));
        }
        if (CONVERSION.contains(number)) {
            return Optional.of(message.substring(0, quote(1, message)));
        }
        return OVERFLOW.contains(number) ? Optional.of(message.substring(0, lastNumber(message))) : Optional.empty();
    }

    /** Names may hold brackets themselves. Where a quote is not closed, its place; 0 where there is no bracket. */
    private static int bracketOutsideQuotes(String message) {
        int quote = -1;
        for (int i = 0; i < message.length(); i++) {
            char letter = message.charAt(i);
            if (letter == '\'') {
                quote = quote < 0 ? i : -1;
            } else if (letter == '(' && quote < 0) {
                return i;
            }
        }
        return Math.max(quote, 0);
    }

    /** The place of the nth; 0 where there are less. */
    private static int quote(int nth, String message) {
        int place = -1;
        for (int i = 0; i < nth; i++) {
            place = message.indexOf('\'', place + 1);
            if (place < 0) {
                return 0;
            }
        }
        return place;
    }

    private static int lastNumber(String message) {
        int place = message.length();
        while (place > 0 && !Character.isWhitespace(message.charAt(place - 1))) {
            place--;
        }
        return place;
    }
}
