package dev.palindrome.seed.filler;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.condition.Conjunction;
import dev.palindrome.seed.named.NamedConditions;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomains;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Of the rows that a script names, one is to stay without children, or a foreign key would refuse whatever deletes it, and
 * another is to have some.
 *
 * @param schema in which the tables are
 * @param conditions what scripts say of them
 */
public record NamedParents(SchemaSnapshot schema, NamedConditions conditions) {

    /** The columns of the referenced table that are to be read; none where no script names its rows. */
    Optional<TableColumns> readable(ForeignKey foreignKey) {
        return table(foreignKey)
                .filter(table -> !conditions.about(table).isEmpty())
                .map(table -> TableColumns.of(table, new ValueDomains(schema)));
    }

    List<String> columns(TableColumns parent) {
        Set<String> columns = new LinkedHashSet<>();
        conditions.about(parent.table()).forEach(about -> columns.addAll(about.columns()));
        columns.retainAll(parent.domains().keySet());
        return List.copyOf(columns);
    }

    private Optional<Table> table(ForeignKey foreignKey) {
        return conditions.isNone()
                ? Optional.empty()
                : schema.table(foreignKey.referencedSchema(), foreignKey.referencedTable());
    }

    /**
     * Divides them.
     *
     * @param keys in their order
     * @param rows what else is in them
     */
    Parents divided(TableColumns parent, List<List<Object>> keys, List<GeneratedRow> rows) {
        Set<Integer> alone = new LinkedHashSet<>();
        Set<Integer> sought = new LinkedHashSet<>();
        for (Conjunction about : conditions.about(parent.table())) {
            List<Integer> named = IntStream.range(0, keys.size())
                    .filter(i -> about.isTrue(rows.get(i).tellingCase()))
                    .boxed()
                    .toList();
            if (!named.isEmpty()) {
                if (named.stream().noneMatch(alone::contains)) {
                    alone.add(named.get(named.size() - 1));
                }
                named.stream().filter(i -> !alone.contains(i)).findFirst().ifPresent(sought::add);
            }
        }
        sought.removeAll(alone);
        List<List<Object>> others = new ArrayList<>();
        IntStream.range(0, keys.size()).filter(i -> !alone.contains(i)).forEach(i -> others.add(keys.get(i)));
        return others.isEmpty()
                ? Parents.of(keys)
                : new Parents(others, sought.stream().map(keys::get).toList());
    }
}
