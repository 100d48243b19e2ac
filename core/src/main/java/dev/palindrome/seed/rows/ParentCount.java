package dev.palindrome.seed.rows;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.GeneratedRow;
import java.util.List;

/** How many rows an empty table gets because another references it. */
public final class ParentCount {

    private static final int USUAL = 10;

    private ParentCount() {}

    /** Ten, or as many as the key of the referencing table needs to tell its rows apart. */
    public static int of(Table table, ForeignKey foreignKey, int rows) {
        return table.uniqueKeys().stream()
                .map(key -> GeneratedRow.keys(key.columns()))
                .filter(key -> key.containsAll(GeneratedRow.keys(foreignKey.columns())))
                .mapToInt(key -> needed(key, table, rows))
                .reduce(USUAL, Math::max);
    }

    private static int needed(List<String> key, Table table, int rows) {
        List<List<String>> references = TableState.foreignKeys(table).stream()
                .map(other -> GeneratedRow.keys(other.columns()))
                .filter(key::containsAll)
                .toList();
        boolean others = key.stream().anyMatch(column -> references.stream().noneMatch(it -> it.contains(column)));
        return others ? 0 : (int) Math.ceil(Math.pow(rows, 1.0 / references.size()) - 1e-9);
    }
}
