package dev.palindrome.seed;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that others reference, directly or in several steps.
 *
 * @param schema asked for tables
 */
record Ancestors(SchemaSnapshot schema) {

    boolean has(List<String> tables, String wanted) {
        String key = TableState.key(TableLookup.table(schema, wanted));
        Set<String> seen = new HashSet<>();
        Deque<Table> open = new ArrayDeque<>();
        tables.forEach(table -> open.add(TableLookup.table(schema, table)));
        while (!open.isEmpty()) {
            for (ForeignKey foreignKey : TableState.foreignKeys(open.remove())) {
                String parent = FillOrder.key(foreignKey);
                if (parent.equals(key)) {
                    return true;
                }
                Optional<Table> table = seen.add(parent)
                        ? schema.tables().stream()
                                .filter(it -> TableState.key(it).equals(parent))
                                .findFirst()
                        : Optional.empty();
                table.ifPresent(open::add);
            }
        }
        return false;
    }
}
