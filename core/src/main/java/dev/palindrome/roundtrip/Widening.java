package dev.palindrome.roundtrip;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column that takes longer texts, or greater numbers, after a migration than before it.
 *
 * @param table as it is after the migration
 * @param column as it is after the migration
 * @param text whether it holds texts
 * @param most how long texts, or how great numbers could be before it
 */
record Widening(Table table, Column column, boolean text, BigInteger most) {

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
            Optional<Capacity> was = Optional.ofNullable(old.get(column.name())).flatMap(Widening::capacity);
            boolean wider = was.isPresent()
                    && capacity(column).filter(is -> is.isMoreThan(was.get())).isPresent();
            if (wider && column.isInsertable()) {
                found.add(new Widening(
                        after, column, was.get().text(), was.get().most().orElseThrow()));
            }
        }
        return found;
    }

    private static Optional<Capacity> capacity(Column column) {
        return column.type().flatMap(Capacity::of);
    }

    /** Gives one row, or all where there is no telling one from the others, a value that did not fit before. */
    String exceed() {
        return update(most.add(BigInteger.ONE));
    }

    /** The same with a value that just fitted. */
    String fit() {
        return update(most);
    }

    private String update(BigInteger size) {
        String value = text ? "'" + "x".repeat(size.intValueExact()) + "'" : size.toString();
        String key = table.primaryKey()
                .filter(primary -> primary.columns().size() == 1)
                .map(primary -> Quoted.name(primary.columns().get(0)))
                .map(name -> " WHERE " + name + " = (SELECT MIN(" + name + ") FROM " + Quoted.table(table) + ")")
                .orElse("");
        return "UPDATE " + Quoted.table(table) + " SET " + Quoted.name(column.name()) + " = " + value + key;
    }

    /** Counts the rows whose value would not have fitted. */
    String count() {
        String name = Quoted.name(column.name());
        return "SELECT COUNT(*) FROM " + Quoted.table(table) + " WHERE " + (text ? "LEN(" + name + ")" : name) + " > "
                + most;
    }

    /** What is asked about. */
    String value() {
        return (text ? "A text of more than " + most + " characters in " : "A number above " + most + " in ") + this;
    }

    /** The column's place. */
    @Override
    public String toString() {
        return table + "." + column.name();
    }
}
