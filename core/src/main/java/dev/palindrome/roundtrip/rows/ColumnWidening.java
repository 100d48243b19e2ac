package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.PortableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column that takes longer texts or binary values, greater numbers, or finer times after a migration than before it.
 *
 * @param table as it is after the migration
 * @param column as it is after the migration
 * @param name what the column was called before it
 * @param most how long, great or fine values could be before it
 */
public record ColumnWidening(Table table, Column column, String name, CapacityKind kind, BigInteger most) {

    /** @param renames whether columns may have got other names */
    public static List<ColumnWidening> between(SchemaSnapshot before, SchemaSnapshot after, boolean renames) {
        if (before == after) {
            return List.of();
        }
        Map<List<String>, Table> old = new HashMap<>();
        before.tables().forEach(table -> old.put(table.object().name(), table));
        List<ColumnWidening> found = new ArrayList<>();
        for (Table table : after.tables()) {
            Table was = old.get(table.object().name());
            if (was != null && was.object() != table.object()) {
                found.addAll(between(was, table, renames));
            }
        }
        return found;
    }

    private static List<ColumnWidening> between(Table before, Table after, boolean renames) {
        List<ColumnWidening> found = new ArrayList<>();
        for (Column column : after.columns()) {
            Optional<Column> was =
                    renames ? named(before, column).or(() -> inPlaceOf(before, column, after)) : named(before, column);
            was.flatMap(old -> between(old, after, column)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<ColumnWidening> between(Column before, Table table, Column column) {
        return capacity(before)
                .filter(was -> column.isInsertable()
                        && capacity(column).filter(is -> is.isMoreThan(was)).isPresent())
                .map(was -> new ColumnWidening(
                        table, column, before.name(), was.kind(), was.most().orElseThrow()));
    }

    private static Optional<Column> named(Table table, Column column) {
        return table.columns().stream()
                .filter(other -> other.name().equals(column.name()))
                .findFirst();
    }

    /** A column under another name stands where it stood. */
    private static Optional<Column> inPlaceOf(Table before, Column column, Table after) {
        int place = after.columns().indexOf(column);
        return before.columns().stream()
                .skip(place)
                .findFirst()
                .filter(old -> named(after, old).isEmpty());
    }

    private static Optional<ColumnCapacity> capacity(Column column) {
        return column.type().flatMap(ColumnCapacity::of);
    }

    /** Gives one row, or all where there is no telling one from the others, a value that did not fit before. */
    public String exceed() {
        return update(most.add(BigInteger.ONE));
    }

    /** The same with a value that just fitted. */
    public String fit() {
        return update(most);
    }

    private String update(BigInteger size) {
        String value = kind.literal(size);
        String key = table.primaryKey()
                .filter(primary -> primary.columns().size() == 1)
                .map(primary -> PortableName.of(primary.columns().get(0)))
                .map(name -> " WHERE " + name + " = (SELECT MIN(" + name + ") FROM " + table.portableRows() + ")")
                .orElse("");
        return "UPDATE " + table.portableRows() + " SET " + PortableName.of(column.name()) + " = " + value + key;
    }

    /** Counts, where the migration is undone, the rows whose value should not fit. */
    public String count() {
        return count(name);
    }

    /** The same where the migration is not undone. Of the numbers that fitted, some may be a fraction greater. */
    public String countBehind() {
        return count(column.name());
    }

    private String count(String of) {
        return "SELECT COUNT(*) FROM " + table.portableRows() + " WHERE " + kind.isBeyond(PortableName.of(of), most);
    }

    /** What is asked about. */
    public String value() {
        return kind.value(most) + this;
    }

    /** The column's place. */
    @Override
    public String toString() {
        return table + "." + column.name();
    }
}
