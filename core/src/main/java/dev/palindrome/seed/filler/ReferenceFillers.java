package dev.palindrome.seed.filler;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.TableRandom;
import dev.palindrome.seed.values.ValueDomain;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the fillers of foreign keys. */
final class ReferenceFillers {

    private final TableColumns table;
    private final ValueSource source;
    private final Numbering numbering;
    private final TableRandom randoms;

    ReferenceFillers(TableColumns table, ValueSource source, Numbering numbering) {
        this.table = table;
        this.source = source;
        this.numbering = numbering;
        this.randoms = source.randoms(table.table());
    }

    /**
     * The fillers.
     *
     * @param open columns that are to get values, as {@link GeneratedRow#key} has them; those of the fillers are taken out
     */
    List<ColumnFiller> of(List<ForeignKey> foreignKeys, Set<String> open) throws SQLException {
        List<Group> groups = new ArrayList<>();
        for (List<ForeignKey> group : groups(foreignKeys)) {
            List<String> columns = columns(group);
            columns.retainAll(open);
            groups.add(new Group(references(group), columns));
            open.removeAll(columns);
        }
        return fillers(groups);
    }

    /** Foreign keys that share columns, and the columns that get values. */
    private record Group(List<Reference> references, List<String> columns) {

        boolean isOdd(TableColumns table) {
            return references.stream()
                    .flatMap(reference -> reference.nullable().stream())
                    .findFirst()
                    .map(column -> TableFillers.isOdd(column, table))
                    .orElse(false);
        }
    }

    private List<ColumnFiller> fillers(List<Group> groups) {
        List<ParentChoice> choices = new ArrayList<>();
        groups.forEach(group -> choices.add(ParentChoice.random()));
        for (UniqueKey key : table.table().uniqueKeys()) {
            combine(GeneratedRow.keys(key.columns()), groups, choices, true);
        }
        for (UniqueKey key : table.table().uniqueKeys()) {
            if (!numbering.tells(key)) {
                combine(GeneratedRow.keys(key.columns()), groups, choices, false);
            }
        }
        List<ColumnFiller> fillers = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            RowRandom rowRandom = randoms.of(String.join("+", group.columns()));
            fillers.add(new ReferenceFiller(
                    group.references(),
                    group.columns(),
                    table.domains(),
                    choices.get(i),
                    source.isTelling(),
                    group.isOdd(table),
                    rowRandom));
        }
        return fillers;
    }

    /**
     * Where a key is made of foreign keys alone, the row's number says which combination of parents it gets; also where
     * its other columns do not tell rows apart by themselves.
     */
    private void combine(List<String> key, List<Group> groups, List<ParentChoice> choices, boolean alone) {
        List<Integer> members = new ArrayList<>();
        Set<String> covered = new LinkedHashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.references().size() == 1
                    && !group.columns().isEmpty()
                    && key.containsAll(group.columns())
                    && !choices.get(i).isByNumber()) {
                members.add(i);
                covered.addAll(group.columns());
            }
        }
        if (!source.isTelling() || alone && !covered.containsAll(key)) {
            return;
        }
        List<Integer> sizes = members.stream()
                .map(i -> groups.get(i).references().get(0).parents().size())
                .toList();
        List<ParentChoice> combined = ParentChoice.combined(sizes, randoms.of(String.join("*", key)));
        for (int i = 0; i < members.size(); i++) {
            choices.set(members.get(i), combined.get(i));
        }
    }

    private List<Reference> references(List<ForeignKey> group) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (ForeignKey foreignKey : group) {
            references.add(reference(foreignKey));
        }
        references.sort(Comparator.<Reference>comparingInt(
                        reference -> reference.nullable().size())
                .thenComparing(reference -> reference.columns().size(), Comparator.reverseOrder())
                .thenComparingInt(reference -> reference.parents().size()));
        return references;
    }

    private Reference reference(ForeignKey foreignKey) throws SQLException {
        List<ValueDomain> types =
                foreignKey.columns().stream().map(table::domain).toList();
        return new Reference(
                GeneratedRow.keys(foreignKey.columns()),
                FillOrder.nullable(foreignKey, table.table()),
                foreignKey.referencedSchema() + "." + foreignKey.referencedTable(),
                source.parents().find(table.table(), foreignKey, types));
    }

    /** Foreign keys that share a column go together. */
    private static List<List<ForeignKey>> groups(List<ForeignKey> foreignKeys) {
        List<List<ForeignKey>> groups = new ArrayList<>();
        for (ForeignKey foreignKey : foreignKeys) {
            List<ForeignKey> joined = new ArrayList<>(List.of(foreignKey));
            for (List<ForeignKey> group : List.copyOf(groups)) {
                if (columns(group).stream().anyMatch(GeneratedRow.keys(foreignKey.columns())::contains)) {
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
        group.forEach(foreignKey -> columns.addAll(GeneratedRow.keys(foreignKey.columns())));
        return new ArrayList<>(columns);
    }
}
