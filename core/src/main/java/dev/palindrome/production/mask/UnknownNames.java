package dev.palindrome.production.mask;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What rules name that is not in a database. */
final class UnknownNames {

    private final List<Table> tables;

    UnknownNames(List<Table> tables) {
        this.tables = tables;
    }

    /** A sentence for each rule that names a table or a column and is about none. */
    List<String> of(List<MaskRule> rules, Set<MaskRule> used) {
        List<String> unknown = new ArrayList<>();
        for (MaskRule rule : rules) {
            if (!used.contains(rule) && rule.table().isExact()) {
                unknown.add("%s: %s.".formatted(rule.place(), what(rule)));
            }
        }
        return unknown;
    }

    private String what(MaskRule rule) {
        List<Table> ofName = tables.stream()
                .filter(table -> rule.table().fits(table.name()))
                .filter(table ->
                        rule.schema().map(name -> name.fits(table.schema())).orElse(true))
                .toList();
        if (ofName.isEmpty()) {
            return "there is no table %s%s%s"
                    .formatted(
                            rule.schema().map(name -> name + ".").orElse(""),
                            rule.table(),
                            NearestName.question(written(rule), names(rule)));
        }
        Collection<String> columns = ofName.stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .toList();
        return rule.column().isExact()
                ? "%s has no column %s%s"
                        .formatted(
                                ofName.get(0),
                                rule.column(),
                                NearestName.question(rule.column().text(), columns))
                : "%s has no column that is %s".formatted(ofName.get(0), rule.column());
    }

    private static String written(MaskRule rule) {
        return rule.schema().map(name -> name.text() + ".").orElse("")
                + rule.table().text();
    }

    /** As the rule has them, and with their schemas: the name may be that of a table elsewhere. */
    private List<String> names(MaskRule rule) {
        Stream<String> plain =
                rule.schema().isPresent() ? Stream.empty() : tables.stream().map(Table::name);
        Stream<String> whole = tables.stream().map(table -> table.schema() + "." + table.name());
        return Stream.concat(plain, whole).distinct().toList();
    }
}
