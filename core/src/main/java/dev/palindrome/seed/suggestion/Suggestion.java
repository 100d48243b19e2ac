package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Value;
import java.util.SplittableRandom;

/** Values that a column's name leads to, in the form that {@link Value} has them, and fit for the column. */
@FunctionalInterface
public interface Suggestion {

    /** A value for this row; the same for the same row, until that has been tried again. */
    Object value(GeneratedRow row, SplittableRandom random);
}
