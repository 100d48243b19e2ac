package dev.palindrome.roundtrip;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ColumnType;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column that takes longer texts after a migration than before it.
 *
 * @param table as it is after the migration
 * @param column as it is after the migration
 * @param length how long texts could be before it, in the unit of the type
 */
record Widening(Table table, Column column, int length) {

    private static final Set<String> TEXTS = Set.of("char", "varchar", "nchar", "nvarchar");

    static List<Widening> between(SchemaSnapshot before, SchemaSnapshot after) {
        if (before == after) {
            return List.of();
        }
        Map<List<String>, Table> old = new HashMap<>();
        before.tables().forEach(table -> old.put(table.object().name(), table));
        List<Widening> found = new ArrayList<>();
        for (Table table : after.tables()) {
            Table was = old.get(table.object().name());
            if (was != null && was.object() != table.object()) {
                found.addAll(between(was, table));
            }
        }
        return found;
    }

    private static List<Widening> between(Table before, Table after) {
        Map<String, Column> old = before.columns().stream().collect(Collectors.toMap(Column::name, column -> column));
        List<Widening> found = new ArrayList<>();
        for (Column column : after.columns()) {
            Optional<Integer> was = Optional.ofNullable(old.get(column.name())).flatMap(Widening::textLength);
            if (was.isPresent() && isLonger(column, was.get()) && column.isInsertable()) {
                found.add(new Widening(after, column, was.get()));
            }
        }
        return found;
    }

    private static boolean isLonger(Column column, int than) {
        return column.type().filter(Widening::isText).isPresent()
                && textLength(column).map(length -> length > than).orElse(true);
    }

    /** Empty for what is no text, or as long as one likes. */
    private static Optional<Integer> textLength(Column column) {
        return column.type()
                .filter(Widening::isText)
                .map(ColumnType::length)
                .filter(java.util.OptionalInt::isPresent)
                .map(java.util.OptionalInt::getAsInt);
    }

    private static boolean isText(ColumnType type) {
        return TEXTS.contains(type.name().toLowerCase(Locale.ROOT));
    }

    /** Gives one row, or all where there is no telling one from the others, a text that did not fit before. */
    String update() {
        String key = table.primaryKey()
                .filter(primary -> primary.columns().size() == 1)
                .map(primary -> quoted(primary.columns().get(0)))
                .map(name -> " WHERE " + name + " = (SELECT MIN(" + name + ") FROM " + table.sqlName() + ")")
                .orElse("");
        return "UPDATE " + table.sqlName() + " SET " + quoted(column.name()) + " = '" + "x".repeat(length + 1) + "'"
                + key;
    }

    String longest() {
        return "SELECT MAX(LEN(" + quoted(column.name()) + ")) FROM " + table.sqlName();
    }

    /** The column's place. */
    @Override
    public String toString() {
        return table + "." + column.name();
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
