package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.NameChange;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From which columns the values in others may have come: those that had another name at the time, as migrations have given
 * them, and those that an undo makes old values of.
 */
final class ColumnSources {

    private final Set<NameChange> renames = new HashSet<>();

    /** Whether some migration may give names that cannot be told. */
    private boolean unknown;

    /** A migration has gone up. */
    void add(MigrationUnderTest migration) {
        Optional<List<NameChange>> changes = migration.nameChanges();
        changes.orElse(List.of()).stream()
                .filter(change -> change.kind() == NameChange.Kind.COLUMN)
                .forEach(renames::add);
        unknown |= changes.isEmpty();
    }

    /**
     * By columns from before a migration, where the values that its undo leaves in them may have come from.
     *
     * @param given columns that values were given to
     */
    Map<String, Set<String>> of(MigrationEffect effect, Table before, Set<String> given) {
        Set<String> there = before.columns().stream().map(Column::name).collect(Collectors.toSet());
        Set<String> gone = given.stream().filter(name -> !there.contains(name)).collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return Map.of();
        }
        Set<String> moved = effect.after().table(before.schema(), before.name()).stream()
                .flatMap(after -> after.columns().stream()
                        .filter(column -> effect.migration().movesValues(after, column)))
                .map(Column::name)
                .collect(Collectors.toSet());
        Map<String, Set<String>> sources = new HashMap<>();
        for (String column : there) {
            Set<String> names = namesOf(before, column);
            sources.put(
                    column,
                    gone.stream()
                            .filter(name -> unknown || moved.contains(name) || names.contains(name))
                            .collect(Collectors.toSet()));
        }
        return sources;
    }

    /** What a column is called at one time or another. */
    private Set<String> namesOf(Table table, String column) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(column);
        List<NameChange> ofTable = renames.stream()
                .filter(change -> BracketedName.readable(change.name().subList(0, 2))
                        .equalsIgnoreCase(BracketedName.readable(table.object().name())))
                .toList();
        int known;
        do {
            known = names.size();
            ofTable.stream()
                    .map(change -> List.of(change.name().get(2), change.newName()))
                    .filter(both -> both.stream().anyMatch(names::contains))
                    .forEach(names::addAll);
        } while (names.size() > known);
        return names;
    }
}
