package dev.palindrome.seed.rows;

import dev.palindrome.seed.condition.Conjunction;
import dev.palindrome.seed.filler.WishedValues;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What scripts say of rows that get values in new columns: for each of it, a row that can satisfy it.
 *
 * @param wanted what is to be true of some row each
 * @param inserted values that scripts put into the table themselves
 */
public record NewColumnWishes(List<Conjunction> wanted, Set<Object> inserted) {

    static final NewColumnWishes NONE = new NewColumnWishes(List.of(), Set.of());

    /** What there is about these columns, as {@link GeneratedRow#key} has them. */
    List<Conjunction> about(List<String> filled) {
        return wanted.stream()
                .filter(about -> !Collections.disjoint(about.columns(), filled))
                .distinct()
                .toList();
    }

    /** The columns that it is about besides. */
    Set<String> columns(List<String> filled) {
        Set<String> columns = new LinkedHashSet<>();
        about(filled).forEach(about -> columns.addAll(about.columns()));
        return columns;
    }

    /** The wishes of rows, the last ones first, so that the others show what else the columns hold. */
    Map<GeneratedRow, Map<String, Value>> of(List<GeneratedRow> rows, List<String> filled, TableColumns table) {
        Map<GeneratedRow, Map<String, Value>> wishes = new HashMap<>();
        for (Conjunction about : about(filled)) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                GeneratedRow row = rows.get(i);
                Map<String, Value> other = wishes.getOrDefault(row, Map.of());
                Set<String> open = new LinkedHashSet<>(filled);
                open.removeAll(other.keySet());
                if (Collections.disjoint(about.columns(), other.keySet())) {
                    Optional<Map<String, Value>> values = new WishedValues(
                                    table,
                                    inserted,
                                    column ->
                                            filled.contains(GeneratedRow.key(column)) ? Value.UNKNOWN : row.of(column))
                            .of(about, open);
                    if (values.isPresent()) {
                        Map<String, Value> all = new HashMap<>(other);
                        all.putAll(values.get());
                        wishes.put(row, all);
                        break;
                    }
                }
            }
        }
        return wishes;
    }
}
