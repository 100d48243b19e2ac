package dev.palindrome.h2.tree;

import org.h2.result.Row;

/**
 * A row of a table.
 *
 * @param number H2's for it
 * @param row its values; not to be written to
 */
public record NumberedRow(long number, Row row) {

    /** H2 writes into rows that it is given; what it holds already stays as it is. */
    public Row copy() {
        return Row.get(row.getValueList().clone(), Row.MEMORY_CALCULATE, number);
    }
}
