package dev.palindrome.seed;

import java.util.List;

/** Columns of a table that get their values together. */
interface Slot {

    /** As {@link Row#key} has them. */
    List<String> columns();

    /** Gives values to the columns. */
    void fill(Row row, Draw draw) throws NotFillableException;
}
