package dev.palindrome.roundtrip.pass;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rows that were generated, by the migrations that refuse some.
 *
 * @param randomSeed of the rows
 * @param all before the first of them
 * @param selections from one migration on, by its place
 */
record RowSelections(long randomSeed, RowSelection all, NavigableMap<Integer, RowSelection> selections) {

    RowSelections {
        selections = new TreeMap<>(selections);
    }

    /** What all migrations take. */
    RowFilling filling() {
        return filling(Integer.MAX_VALUE);
    }

    /** What one migration takes, and those below it. */
    RowFilling filling(int index) {
        return new GeneratedRows(randomSeed, at(index));
    }

    RowSelection at(int index) {
        Map.Entry<Integer, RowSelection> last = selections.floorEntry(index);
        return last == null ? all : last.getValue();
    }
}
