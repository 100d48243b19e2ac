package dev.palindrome.seed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A row in the making. Columns are found whatever their case. */
final class Row implements RowValues {

    private final Map<String, Value> values = new HashMap<>();

    static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    static List<String> keys(Collection<String> columns) {
        return columns.stream().map(Row::key).toList();
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
