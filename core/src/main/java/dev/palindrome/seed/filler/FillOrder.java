package dev.palindrome.seed.filler;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Orders tables so that parents come first; in a cycle, one whose way to a parent that is not there yet takes NULL. */
public final class FillOrder {

    private final Map<String, Table> waiting = new LinkedHashMap<>();

    private FillOrder(Collection<Table> tables) {
        tables.forEach(table -> waiting.put(key(table.schema(), table.name()), table));
    }

    public static List<Table> of(Collection<Table> tables) {
        return new FillOrder(tables).order();
    }

    public static boolean isSelf(ForeignKey foreignKey, Table table) {
        return key(foreignKey).equals(key(table.schema(), table.name()));
    }

    public static String key(ForeignKey foreignKey) {
        return key(foreignKey.referencedSchema(), foreignKey.referencedTable());
    }

    public static String key(String schema, String table) {
        return GeneratedRow.key(BracketedName.of(List.of(schema, table)));
    }

    /** Columns of a foreign key that take NULL. */
    public static List<String> nullable(ForeignKey foreignKey, Table table) {
        List<String> columns = GeneratedRow.keys(foreignKey.columns());
        return table.columns().stream()
                .filter(Column::isNullable)
                .map(column -> GeneratedRow.key(column.name()))
                .filter(columns::contains)
                .collect(Collectors.toList());
    }

    private List<Table> order() {
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            ordered.add(next());
        }
        return ordered;
    }

    private Table next() {
        String next = first(this::waitsForNone)
                .or(() -> first(this::canBeginWithNull))
                .orElse(waiting.keySet().iterator().next());
        return java.util.Objects.requireNonNull(waiting.remove(next));
    }

    private java.util.Optional<String> first(Predicate<Table> ready) {
        return waiting.entrySet().stream()
                .filter(entry -> ready.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean waitsForNone(Table table) {
        return table.foreignKeys().stream().noneMatch(foreignKey -> waits(foreignKey, table));
    }

    private boolean canBeginWithNull(Table table) {
        return table.foreignKeys().stream()
                .noneMatch(foreignKey ->
                        waits(foreignKey, table) && nullable(foreignKey, table).isEmpty());
    }

    private boolean waits(ForeignKey foreignKey, Table table) {
        return foreignKey.isEnabled() && !isSelf(foreignKey, table) && waiting.containsKey(key(foreignKey));
    }
}
