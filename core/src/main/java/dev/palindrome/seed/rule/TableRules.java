package dev.palindrome.seed.rule;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.ConditionMentions;
import dev.palindrome.seed.condition.ConditionParser;
import dev.palindrome.seed.condition.Hints;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rows of a table must not break, as far as it is understood; the rest the database says.
 *
 * @param rules keys and checks
 * @param hints what the checks make worth trying
 */
public record TableRules(List<RowRule> rules, Hints hints) {

    public static TableRules of(TableColumns columns, Numbering numbering) {
        Table table = columns.table();
        TableRules rules = new TableRules(new ArrayList<>(), new Hints());
        table.uniqueKeys().forEach(key -> rules.add(key, columns, numbering.of(key, table)));
        table.checks().stream().filter(Check::isEnabled).forEach(check -> rules.add(check, table));
        return rules;
    }

    private void add(UniqueKey key, TableColumns table, Optional<String> numbered) {
        List<String> columns = GeneratedRow.keys(key.columns());
        String label = key.isPrimary() ? "the primary key" : label("the unique key", key.object(), key.columns());
        rules.add(new UniqueRule(label, columns, key.filter().flatMap(ConditionParser::parse), table, numbered));
    }

    private void add(Check check, Table table) {
        Optional<Condition> condition = ConditionParser.parse(check.condition());
        if (condition.isPresent()) {
            hints.add(condition.get());
            List<String> columns = columns(check, table);
            rules.add(new CheckRule(label(check, table), columns, condition.get()));
        }
    }

    public static String label(Check check, Table table) {
        return label("the check", check.object(), columns(check, table));
    }

    private static List<String> columns(Check check, Table table) {
        Optional<Set<String>> named = ConditionParser.parse(check.condition()).map(ConditionMentions::columns);
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> named.map(all -> all.contains(GeneratedRow.key(name)))
                        .orElseGet(() -> ConditionMentions.name(name, check.condition())))
                .map(GeneratedRow::key)
                .toList();
    }

    private static String label(String kind, SchemaObject object, List<String> columns) {
        return object.name().isEmpty()
                ? "%s of %s".formatted(kind, String.join(", ", columns))
                : "%s %s".formatted(kind, object.simpleName());
    }
}
