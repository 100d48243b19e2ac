package dev.palindrome.reset.sqlserver;

import java.util.Collection;
import java.util.OptionalInt;

/**
 * The period of a table, and its history where one is kept.
 *
 * @param table object_id of the table
 * @param history object_id of its history table; missing where versioning is off
 * @param start the period's first column
 * @param end the period's last column
 * @param startHidden whether SELECT * leaves the first out
 * @param endHidden whether SELECT * leaves the last out
 * @param retention of the history, such as {@code 6 MONTH} or {@code INFINITE}
 */
record SqlServerPeriod(
        int table,
        OptionalInt history,
        String start,
        String end,
        boolean startHidden,
        boolean endHidden,
        String retention) {

    /** Whether its table or its history is one of these, given by object_id. */
    boolean isOfAny(Collection<Integer> tables) {
        return tables.contains(table) || history.isPresent() && tables.contains(history.getAsInt());
    }
}
