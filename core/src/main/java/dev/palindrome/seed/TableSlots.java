package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Divides columns of a table into {@link Slot}s. */
final class TableSlots {

    private final Table table;
    private final Map<String, Domain> domains;
    private final Hints hints;
    private final Randoms randoms;
    private final ParentKeys parents;

    TableSlots(Table table, Map<String, Domain> domains, Hints hints, Randoms randoms, ParentKeys parents) {
        this.table = table;
        this.domains = domains;
        this.hints = hints;
        this.randoms = randoms;
        this.parents = parents;
    }

    /**
     * The slots.
     *
     * @param wanted columns that are to get values
     * @param foreignKeys that these values are held to
     */
    List<Slot> of(List<Column> wanted, List<ForeignKey> foreignKeys) throws SQLException {
        Map<String, Column> open = new LinkedHashMap<>();
        wanted.forEach(column -> open.put(Row.key(column.name()), column));
        List<Slot> slots = new ArrayList<>();
        for (List<ForeignKey> group : groups(foreignKeys)) {
            List<String> columns = columns(group);
            columns.retainAll(open.keySet());
            slots.add(references(group, columns));
            open.keySet().removeAll(columns);
        }
        open.values().forEach(column -> slots.add(single(column)));
        return slots;
    }

    private Slot single(Column column) {
        Candidates candidates = new Candidates(domain(column.name()), hints.of(column.name()));
        return new ColumnSlot(column.name(), column.isNullable(), candidates, randoms.of(column.name()));
    }

    private Domain domain(String column) {
        return java.util.Objects.requireNonNull(domains.get(Row.key(column)), column);
    }

    private Slot references(List<ForeignKey> group, List<String> columns) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (ForeignKey foreignKey : group) {
            references.add(reference(foreignKey));
        }
        references.sort(
                Comparator.comparingInt(reference -> reference.nullable().size()));
        return new ReferenceSlot(references, columns, domains, randoms.of(String.join("+", columns)));
    }

    private Reference reference(ForeignKey foreignKey) throws SQLException {
        List<Domain> types = foreignKey.columns().stream().map(this::domain).toList();
        return new Reference(
                Row.keys(foreignKey.columns()),
                FillOrder.nullable(foreignKey, table),
                foreignKey.referencedSchema() + "." + foreignKey.referencedTable(),
                parents.of(foreignKey, types));
    }

    /** Foreign keys that share a column go together. */
    private static List<List<ForeignKey>> groups(List<ForeignKey> foreignKeys) {
        List<List<ForeignKey>> groups = new ArrayList<>();
        for (ForeignKey foreignKey : foreignKeys) {
            List<ForeignKey> joined = new ArrayList<>(List.of(foreignKey));
            for (List<ForeignKey> group : List.copyOf(groups)) {
                if (columns(group).stream().anyMatch(Row.keys(foreignKey.columns())::contains)) {
                    joined.addAll(0, group);
                    groups.remove(group);
                }
            }
            groups.add(joined);
        }
        return groups;
    }

    private static List<String> columns(List<ForeignKey> group) {
        Set<String> columns = new LinkedHashSet<>();
        group.forEach(foreignKey -> columns.addAll(Row.keys(foreignKey.columns())));
        return new ArrayList<>(columns);
    }
}
