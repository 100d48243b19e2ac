package dev.palindrome.production.mask;

import dev.palindrome.production.MaskException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.List;

/**
 * Which columns of a database are masked, and how: rules held against a schema. Columns of foreign keys are in it as the
 * columns that they refer to are. Histories of temporal tables are not in it: they follow their tables.
 *
 * @param tables those with columns that a rule counts for
 * @param notes what rules with wildcards have passed by, and rules that match nothing; for the log
 */
public record MaskPlan(List<MaskedTable> tables, List<String> notes) {

    public MaskPlan {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * Finds the columns that rules are about. Flyway's history is nobody's business: a description that is another one would
     * stop the next migration.
     *
     * @param rules in their order
     * @param schema of the database
     * @throws MaskException if a rule names what is not there, or asks for what cannot be; the message names all of these
     */
    public static MaskPlan of(List<MaskRule> rules, SchemaSnapshot schema) {
        return new PlanMaking(rules, schema.withoutHistories()).make();
    }

    /** The rules without those that name a table or a column that is not there. */
    public static List<MaskRule> known(List<MaskRule> rules, SchemaSnapshot schema) {
        List<Table> tables = schema.tables();
        return rules.stream()
                .filter(rule -> !rule.table().isExact()
                        || tables.stream()
                                .anyMatch(table -> table.columns().stream()
                                        .anyMatch(column -> rule.isAbout(table, column.name()))))
                .toList();
    }
}
