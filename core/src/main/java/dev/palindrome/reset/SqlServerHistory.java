package dev.palindrome.reset;

/**
 * The history of a temporal table.
 *
 * @param table object_id of the table
 * @param history object_id of its history table
 * @param start the period's first column
 * @param end the period's last column
 * @param startHidden whether SELECT * leaves the first out
 * @param endHidden whether SELECT * leaves the last out
 * @param retention such as {@code 6 MONTH} or {@code INFINITE}
 */
record SqlServerHistory(
        int table, int history, String start, String end, boolean startHidden, boolean endHidden, String retention) {}
