package dev.palindrome.seed.values;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A row in the making. Columns are found whatever their case. */
public final class GeneratedRow implements RowValues {

    private final Map<String, Value> values = new HashMap<>();
    private Map<String, Value> wishes = Map.of();
    private final long number;
    private long source;
    private int tries;
    private boolean edge;

    /**
     * Makes an empty row.
     *
     * @param number from 0; all random values of the row follow from it, unless it repeats another
     */
    public GeneratedRow(long number) {
        this.number = number;
        this.source = number;
    }

    public static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    public static List<String> keys(Collection<String> columns) {
        return columns.stream().map(GeneratedRow::key).toList();
    }

    public long number() {
        return number;
    }

    /** Says that its values are to be those of another row. */
    public void repeat(long other) {
        source = other;
    }

    /** The number of the row whose values it has: its own, or another's. */
    public long source() {
        return source;
    }

    /** Says which values it is to have, as long as no rule is against them. */
    public void wish(Map<String, Value> values) {
        wishes = values;
    }

    /** Whether a script names any of its values. */
    public boolean isWished() {
        return !wishes.isEmpty();
    }

    /** @param column as {@link #key} has it */
    public Optional<Value> wished(String column) {
        return Optional.ofNullable(wishes.get(column));
    }

    /** How often one of its values did not do. */
    public int tries() {
        return tries;
    }

    public void tryAgain() {
        tries++;
    }

    /** Says that others were tried before it. */
    public void startAt(int times) {
        tries = times;
    }

    /** Says that its values are the least, the greatest, or missing. */
    public void markEdge() {
        edge = true;
    }

    /** Whether all its values are those that were drawn first, and none is out of the ordinary. */
    public boolean isOrdinary() {
        return tries == 0 && !edge;
    }

    @Override
    public Value of(String column) {
        return values.getOrDefault(key(column), Value.UNKNOWN);
    }

    public void put(String column, Value value) {
        values.put(key(column), value);
    }

    public void forget(String column) {
        values.remove(key(column));
    }
}
