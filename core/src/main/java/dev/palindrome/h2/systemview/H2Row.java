package dev.palindrome.h2.systemview;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of H2's information schema.
 *
 * @param index where each column's value stands
 * @param values in their order
 */
record H2Row(Map<String, Integer> index, @Nullable Object[] values) {

    @Nullable Object get(String column) {
        return values[Objects.requireNonNull(index.get(column), column)];
    }

    boolean has(String column) {
        return index.containsKey(column);
    }

    String text(String column) {
        Object value = get(column);
        return value == null ? "" : value.toString();
    }

    @Nullable Long number(String column) {
        return get(column) instanceof Number number ? number.longValue() : null;
    }

    /** That of a column in its table or key, from 1. */
    int position() {
        return Math.toIntExact(Objects.requireNonNull(number("ORDINAL_POSITION")));
    }

    boolean is(String column, String value) {
        return text(column).equalsIgnoreCase(value);
    }
}
