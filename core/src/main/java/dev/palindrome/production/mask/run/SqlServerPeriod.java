package dev.palindrome.production.mask.run;

import dev.palindrome.sql.TableName;
import java.util.Optional;

/**
 * The period of a table, and its history where one is kept.
 *
 * @param history missing where versioning is off
 * @param start the period's first column
 * @param end the period's last column
 * @param startHidden whether SELECT * leaves the first out
 * @param endHidden whether SELECT * leaves the last out
 * @param retention of the history, such as {@code 6 MONTH} or {@code INFINITE}
 */
record SqlServerPeriod(
        Optional<TableName> history,
        String start,
        String end,
        boolean startHidden,
        boolean endHidden,
        String retention) {}
