package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.PersonalData;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskedTable;
import dev.palindrome.production.scan.PersonalDataScan;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns that the scan takes for personal data and that no rule is about. They are looked for before anything changes. */
final class UndecidedColumns {

    private final SchemaSnapshot schema;
    private final MaskPlan plan;
    private final Map<TableName, TableName> histories;

    UndecidedColumns(SchemaSnapshot schema, MaskPlan plan, Map<TableName, TableName> histories) {
        this.schema = schema;
        this.plan = plan;
        this.histories = histories;
    }

    /**
     * Holds the findings of a scan against the plan.
     *
     * @throws MaskException if there is one; the message has rules to begin with
     */
    void refuse(List<PersonalColumn> findings) {
        List<PersonalColumn> undecided = ofTables(findings.stream()
                .filter(found -> found.confidence() >= PersonalDataScan.SURE)
                .filter(found -> !isDecided(found))
                .toList());
        if (!undecided.isEmpty()) {
            throw new MaskException("""
                    Some columns probably hold personal data, and no rule is about them. Nothing was changed.
                    %s
                    Say for each of them what becomes of it, or keep it with the reason why its values may stay:
                    %s""".formatted(
                            undecided.stream().map(found -> "  " + found).collect(Collectors.joining("\n")),
                            PersonalData.suggestedRules(undecided).strip()));
        }
    }

    /** No rule is about a history: what is found there is said of its table, and once. */
    private List<PersonalColumn> ofTables(List<PersonalColumn> findings) {
        Map<String, PersonalColumn> byPlace = new LinkedHashMap<>();
        for (PersonalColumn found : findings) {
            byPlace.putIfAbsent(found.place(), found);
        }
        histories.forEach((table, history) -> findings.stream()
                .filter(found -> found.table().equals(history.toString()))
                .forEach(found -> {
                    byPlace.remove(found.place());
                    PersonalColumn ofTable = new PersonalColumn(
                            table.toString(),
                            found.column(),
                            found.path(),
                            found.kind(),
                            found.confidence(),
                            found.reason() + ", in its history");
                    byPlace.putIfAbsent(ofTable.place(), ofTable);
                }));
        return List.copyOf(byPlace.values());
    }

    private boolean isDecided(PersonalColumn found) {
        return plan.tables().stream()
                        .filter(table -> isOf(table, found))
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> column.name().equals(found.column()) && column.decides(found.path()))
                || isComputed(found);
    }

    /** What is decided for a table holds for its history. */
    private boolean isOf(MaskedTable table, PersonalColumn found) {
        TableName history = histories.get(Targets.name(table.table()));
        return table.table().toString().equals(found.table())
                || history != null && history.toString().equals(found.table());
    }

    /** It follows the columns that it is computed from, and is searched like others. */
    private boolean isComputed(PersonalColumn found) {
        return schema.tables().stream()
                .filter(table -> table.toString().equals(found.table()))
                .map(Table::columns)
                .flatMap(List::stream)
                .anyMatch(column -> column.name().equals(found.column())
                        && column.computed().isPresent());
    }
}
