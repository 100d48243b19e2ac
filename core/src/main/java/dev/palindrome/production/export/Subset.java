package dev.palindrome.production.export;

import dev.palindrome.production.ExportException;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chosen tables and those that their rows may need: whatever they reference by a foreign key that is switched on, and so forth.
 *
 * @param tables the chosen ones first
 * @param steps the foreign keys by which rows come along
 */
record Subset(List<SubsetTable> tables, List<ParentStep> steps) {

    /** What cannot be loaded again from a file (Microsoft: sql-graph-architecture, filetables-sql-server). */
    private static final Set<String> KINDS = Set.of("NODE");

    static Subset of(SchemaSnapshot schema, List<ChosenTable> chosen) {
        Map<Table, SubsetTable> found = new LinkedHashMap<>();
        for (ChosenTable one : chosen) {
            Table table = table(schema, one.name());
            check(table);
            SubsetTable earlier = found.put(table, SubsetTable.of(found.size() + 1, table, Optional.of(one)));
            if (earlier != null) {
                throw new ExportException("The table %s is chosen twice. Choose it once.".formatted(table));
            }
        }
        List<ParentStep> steps = new ArrayList<>();
        List<SubsetTable> open = new ArrayList<>(found.values());
        for (int i = 0; i < open.size(); i++) {
            SubsetTable child = open.get(i);
            for (ForeignKey key : child.table().foreignKeys()) {
                parent(schema, key)
                        .ifPresent(parent -> steps.add(new ParentStep(
                                child, key, found.computeIfAbsent(parent, table -> another(table, open)))));
            }
        }
        steps.forEach(Subset::check);
        return new Subset(
                List.copyOf(open),
                steps.stream()
                        .filter(step -> step.parent().rows() == SubsetTable.Rows.OF_KEYS)
                        .toList());
    }

    private static SubsetTable another(Table table, List<SubsetTable> open) {
        check(table);
        SubsetTable another = SubsetTable.of(open.size() + 1, table, Optional.empty());
        open.add(another);
        return another;
    }

    private static Optional<Table> parent(SchemaSnapshot schema, ForeignKey key) {
        return key.isEnabled() ? schema.table(key.referencedSchema(), key.referencedTable()) : Optional.empty();
    }

    private static Table table(SchemaSnapshot schema, String written) {
        TableName name = TableName.parse(written.strip());
        return schema.table(name.schema(), name.name()).orElseThrow(() -> unknown(schema, name));
    }

    private static ExportException unknown(SchemaSnapshot schema, TableName name) {
        List<String> tables = schema.tables().stream().map(Table::toString).toList();
        String elsewhere = schema.tables().stream()
                .filter(table -> table.name().equalsIgnoreCase(name.name()))
                .findFirst()
                .map(table -> " (is %s meant?)".formatted(table))
                .orElseGet(() -> NearestName.question(name.toString(), tables));
        return new ExportException("There is no table %s to export%s. There are: %s."
                .formatted(name, elsewhere, String.join(", ", tables)));
    }

    private static void check(Table table) {
        if (table.isHistory()) {
            throw new ExportException(
                    "%s is the history of a temporal table: the server alone writes its rows, so that a file of them cannot be loaded. Leave it out."
                            .formatted(table));
        }
        Optional<String> kind = table.object().get(Property.TABLE_KIND).filter(it -> !KINDS.contains(it));
        if (kind.isPresent()) {
            throw new ExportException(
                    "%s is a table of the kind %s, and a file of its rows cannot be loaded. Leave it out, and what references it."
                            .formatted(table, kind.get()));
        }
    }

    private static void check(ParentStep step) {
        if (step.parent().rows() == SubsetTable.Rows.OF_QUERY) {
            throw new ExportException(
                    "Some rows of %s cannot be chosen: it has no key without NULL that tells them apart, and %s references it. Choose the table whole."
                            .formatted(step.parent(), step.columns()));
        }
    }
}
