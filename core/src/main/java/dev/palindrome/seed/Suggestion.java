package dev.palindrome.seed;

import java.util.SplittableRandom;

/** Values that a column's name leads to, in the form that {@link Value} has them, and fit for the column. */
@FunctionalInterface
interface Suggestion {

    /** A value for this row; the same for the same row, until that has been tried again. */
    Object value(Row row, SplittableRandom random);
}
