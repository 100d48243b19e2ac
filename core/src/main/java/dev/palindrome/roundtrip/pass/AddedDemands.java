package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one schema demands of rows beyond what another does.
 *
 * @param tables as the other has them, each with the table that demands more
 */
record AddedDemands(Map<Table, Table> tables) {

    /**
     * Compares tables.
     *
     * @param from in which the rows are
     * @param before the schema of these
     * @param to the schema that may demand more
     */
    static AddedDemands between(List<Table> from, SchemaSnapshot before, SchemaSnapshot to) {
        Map<Table, Table> tables = new LinkedHashMap<>();
        List<Table> come = to.tables().stream()
                .filter(table -> before.table(table.schema(), table.name()).isEmpty())
                .toList();
        for (Table table : from) {
            Table later = movedTo(come, to.table(table.schema(), table.name()).orElse(table), table);
            if (!conditions(table, later).isEmpty()) {
                tables.put(table, later);
            }
        }
        return new AddedDemands(tables);
    }

    /** Values go most often to a column of the same name, also where that is in a new table. */
    private static Table movedTo(List<Table> come, Table later, Table now) {
        List<SchemaObject> parts = new ArrayList<>();
        for (SchemaObject part : later.object().parts()) {
            Optional<Column> other = part.kind() == ObjectKind.COLUMN
                            && named(now, part.simpleName())
                                    .filter(was -> was.type().equals(new Column(part).type()))
                                    .isPresent()
                    ? come.stream()
                            .flatMap(table -> named(table, part.simpleName()).stream())
                            .filter(column ->
                                    column.isInsertable() && !column.type().equals(new Column(part).type()))
                            .findFirst()
                    : Optional.empty();
            parts.add(other.map(column -> typed(part, column)).orElse(part));
        }
        return new Table(later.object().with(later.object().properties(), parts));
    }

    private static SchemaObject typed(SchemaObject column, Column other) {
        Map<Property, String> properties = new EnumMap<>(Property.class);
        properties.putAll(column.properties());
        other.type().ifPresent(type -> properties.put(Property.TYPE, type.toString()));
        return column.with(properties, column.parts());
    }

    /** Such as {@code dbo.orders.state is NULL or in dbo.states}. */
    String conditionOn(Table table) {
        Table later = tables.get(table);
        return later == null ? "" : String.join(" and ", conditions(table, later));
    }

    /** Whether there are references to tables that a schema has not. */
    boolean referToOthersThan(SchemaSnapshot schema) {
        return tables.values().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> schema.table(key.referencedSchema(), key.referencedTable())
                        .isEmpty());
    }

    private static List<String> conditions(Table now, Table later) {
        List<String> conditions = new ArrayList<>();
        for (Column column : later.columns()) {
            named(now, column.name()).ifPresent(was -> conditions(now, was, column, conditions));
        }
        for (ForeignKey key : later.foreignKeys()) {
            if (!now.foreignKeys().contains(key) && hasAll(now, key.columns())) {
                conditions.add(reference(now, later, key));
            }
        }
        for (UniqueKey key : later.uniqueKeys()) {
            if (now.uniqueKeys().stream().noneMatch(known -> known.columns().equals(key.columns()))
                    && hasAll(now, key.columns())) {
                conditions.add(places(now, key.columns()) + " is different in each row");
            }
        }
        for (Check check : later.checks()) {
            if (now.checks().stream().noneMatch(known -> known.condition().equals(check.condition()))) {
                String name = check.object().name().isEmpty()
                        ? "a check"
                        : check.object().simpleName();
                conditions.add("the rows of " + now + " satisfy " + name);
            }
        }
        return conditions;
    }

    private static void conditions(Table table, Column was, Column is, List<String> conditions) {
        String place = table + "." + was.name();
        if (!was.type().equals(is.type()) && is.type().isPresent()) {
            conditions.add(place + " fits into " + is.type().get());
        }
        if (was.isNullable() && !is.isNullable()) {
            conditions.add(place + " is not NULL");
        }
    }

    private static String reference(Table now, Table later, ForeignKey key) {
        boolean nullable = key.columns().stream()
                .flatMap(name -> named(later, name).stream())
                .anyMatch(Column::isNullable);
        String parent = BracketedName.readable(List.of(key.referencedSchema(), key.referencedTable()));
        return places(now, key.columns()) + " is " + (nullable ? "NULL or " : "") + "in " + parent;
    }

    private static String places(Table table, List<String> columns) {
        return columns.size() == 1
                ? table + "." + columns.get(0)
                : table + columns.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    private static boolean hasAll(Table table, List<String> columns) {
        return columns.stream().allMatch(name -> named(table, name).isPresent());
    }

    private static Optional<Column> named(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
