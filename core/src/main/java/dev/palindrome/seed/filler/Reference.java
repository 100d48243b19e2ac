package dev.palindrome.seed.filler;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign key, with the rows that it may point to.
 *
 * @param columns as {@link GeneratedRow#key} has them
 * @param nullable those of them that take NULL
 * @param table the referenced one, for messages
 * @param parents values for the columns
 */
record Reference(List<String> columns, List<String> nullable, String table, List<List<Object>> parents) {

    /** Parents that agree with what the row has already, as far as those columns are taken. */
    List<List<Object>> matching(GeneratedRow row, List<String> taken) {
        List<List<Object>> matching = new ArrayList<>();
        for (List<Object> parent : parents) {
            if (agrees(parent, row, taken)) {
                matching.add(parent);
            }
        }
        return matching;
    }

    private boolean agrees(List<Object> parent, GeneratedRow row, List<String> taken) {
        for (int i = 0; i < columns.size(); i++) {
            Object has = row.of(columns.get(i)).content();
            boolean same = has != null && ValueOrder.key(has).equals(ValueOrder.key(parent.get(i)));
            if (taken.contains(columns.get(i)) && !same) {
                return false;
            }
        }
        return true;
    }

    /** Points a row to a parent. */
    void take(List<Object> parent, GeneratedRow row) {
        for (int i = 0; i < parent.size(); i++) {
            row.put(columns.get(i), Value.of(parent.get(i)));
        }
    }

    boolean isMissing(GeneratedRow row) {
        return columns.stream().anyMatch(column -> {
            Value value = row.of(column);
            return value.known() && value.content() == null;
        });
    }
}
