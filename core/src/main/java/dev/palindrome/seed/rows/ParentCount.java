package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import java.util.List;
import java.util.Optional;

/** How many rows an empty table gets because another references it. */
public final class ParentCount {

    private static final int USUAL = 10;

    private ParentCount() {}

    /** Ten, or as many as the key of the referencing table needs to tell its rows apart. */
    public static int of(TableColumns table, ForeignKey foreignKey, int rows) {
        return table.table().uniqueKeys().stream()
                .map(key -> GeneratedRow.keys(key.columns()))
                .filter(key -> key.containsAll(GeneratedRow.keys(foreignKey.columns())))
                .mapToInt(key -> needed(key, table, rows))
                .reduce(USUAL, Math::max);
    }

    private static int needed(List<String> key, TableColumns table, int rows) {
        List<List<String>> references = TableState.foreignKeys(table.table()).stream()
                .map(other -> GeneratedRow.keys(other.columns()))
                .filter(key::containsAll)
                .toList();
        boolean others = key.stream()
                .filter(column -> references.stream().noneMatch(it -> it.contains(column)))
                .anyMatch(column -> tells(column, table, rows));
        return others ? 0 : (int) Math.ceil(Math.pow(rows, 1.0 / references.size()) - 1e-9);
    }

    /** Whether a column has values for so many rows. What the server makes is different in each. */
    private static boolean tells(String name, TableColumns table, int rows) {
        Optional<Column> open = table.writable().stream()
                .filter(column -> GeneratedRow.key(column.name()).equals(name))
                .findFirst();
        return open.isEmpty()
                || open.get().defaultValue().isPresent() && DefaultValues.serves(open.get(), table)
                || Numbering.tells(name, table, rows);
    }
}
