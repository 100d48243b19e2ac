package dev.palindrome.seed.filler;

import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.ValueChoice;
import java.util.List;

/** Columns of a table that get their values together. */
public interface ColumnFiller {

    /** As {@link GeneratedRow#key} has them. */
    List<String> columns();

    /** Gives values to the columns. */
    void fill(GeneratedRow row, ValueChoice choice) throws NotFillableException;
}
