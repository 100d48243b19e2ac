package dev.palindrome.seed.filler;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key, with the rows that it may point to.
 *
 * @param columns as {@link GeneratedRow#key} has them
 * @param nullable those of them that take NULL
 * @param table the referenced one, for messages
 * @param keys the rows that it may point to
 */
record Reference(List<String> columns, List<String> nullable, String table, Parents keys) {

    /** Values for the columns. */
    List<List<Object>> parents() {
        return keys.all();
    }

    /** Those of them that some rows should point to. */
    List<List<Object>> sought() {
        return keys.sought();
    }

    /** Those that have what a row wishes for; none where it wishes for nothing. */
    List<List<Object>> wished(List<List<Object>> among, GeneratedRow row) {
        List<List<Object>> wished = new ArrayList<>();
        for (List<Object> parent : among) {
            boolean has = false;
            boolean lacks = false;
            for (int i = 0; i < columns.size(); i++) {
                Optional<Object> wish = row.wished(columns.get(i)).flatMap(Value::present);
                if (wish.isPresent()) {
                    boolean same = ValueOrder.key(wish.get()).equals(ValueOrder.key(parent.get(i)));
                    has |= same;
                    lacks |= !same;
                }
            }
            if (has && !lacks) {
                wished.add(parent);
            }
        }
        return wished;
    }

    /** Parents that agree with what the row has already, as far as those columns are taken. */
    List<List<Object>> matching(GeneratedRow row, List<String> taken) {
        List<List<Object>> matching = new ArrayList<>();
        for (List<Object> parent : parents()) {
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
