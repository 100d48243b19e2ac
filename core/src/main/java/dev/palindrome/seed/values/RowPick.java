package dev.palindrome.seed.values;

import java.util.Map;

/**
 * A row that is to be made.
 *
 * @param number what tells it from the others
 * @param source the number that its random values follow from: that of another row where it repeats that
 * @param choice which values it takes
 * @param wishes values of some columns, as {@link GeneratedRow#key} has them, that it has as long as no rule is against it
 */
public record RowPick(long number, long source, ValueChoice choice, Map<String, Value> wishes) {

    /** Without a wish. */
    public RowPick(long number, long source, ValueChoice choice) {
        this(number, source, choice, Map.of());
    }

    public RowPick wishing(Map<String, Value> values) {
        return new RowPick(number, source, choice, values);
    }
}
