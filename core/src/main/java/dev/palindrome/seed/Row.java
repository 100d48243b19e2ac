package dev.palindrome.seed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A row in the making. Columns are found whatever their case. */
final class Row implements RowValues {

    private final Map<String, Value> values = new HashMap<>();
    private final long number;
    private int tries;
    private boolean edge;

    /**
     * Makes an empty row.
     *
     * @param number from 0; all random values of the row follow from it
     */
    Row(long number) {
        this.number = number;
    }

    static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    static List<String> keys(Collection<String> columns) {
        return columns.stream().map(Row::key).toList();
    }

    long number() {
        return number;
    }

    /** How often one of its values did not do. */
    int tries() {
        return tries;
    }

    void tryAgain() {
        tries++;
    }

    /** Says that others were tried before it. */
    void startAt(int times) {
        tries = times;
    }

    /** Says that its values are the least, the greatest, or missing. */
    void markEdge() {
        edge = true;
    }

    /** Whether all its values are those that were drawn first, and none is out of the ordinary. */
    boolean isOrdinary() {
        return tries == 0 && !edge;
    }

    @Override
    public Value of(String column) {
        return values.getOrDefault(key(column), Value.UNKNOWN);
    }

    void put(String column, Value value) {
        values.put(key(column), value);
    }

    void forget(String column) {
        values.remove(key(column));
    }
}
