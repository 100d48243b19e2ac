package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The histories of temporal tables. Only the server writes them, so no rows are generated for them, also not when they are
 * kept no longer: as that, they are not new.
 */
final class UnfilledHistories {

    private final ForeignKeyCascades cascades = new ForeignKeyCascades();

    /** Of tables that are, or have been, a history. */
    private final Set<String> known = new HashSet<>();

    /**
     * Which of them a migration or its undo may have touched, so that its verdict says nothing of them. To be asked about each
     * migration in its order.
     *
     * @param holdsRows whether there were rows in a table before the migration
     */
    List<String> notes(MigrationEffect effect, Predicate<Table> holdsRows) {
        List<Table> before = effect.before().tables();
        before.stream().filter(Table::isHistory).map(UnfilledHistories::key).forEach(known::add);
        if (known.isEmpty() && before.stream().noneMatch(UnfilledHistories::keepsUnnamedHistory)) {
            return List.of();
        }
        List<Table> changed = changed(effect);
        Set<Table> touched =
                new LinkedHashSet<>(effect.migration().touchedDown().tables(effect.before(), cascades));
        touched.addAll(changed);
        boolean reachesAll = effect.migration().touchedDown().words().isEmpty();
        List<String> notes = new ArrayList<>();
        for (Table table : touched) {
            if (known.contains(key(table)) && !holdsRows.test(table)) {
                notes.add(note(table.toString()));
            } else if (keepsUnnamedHistory(table) && (reachesAll || changed.contains(table))) {
                notes.add(note("of " + table)); // nobody can mention it: its name is another one in each database
            }
        }
        return notes;
    }

    private static String note(String history) {
        return "No rows were generated for the history " + history
                + ", to which only the server adds any. Nothing is proven about its rows.";
    }

    /** What is done to the columns of a temporal table is done to its history, although no script mentions that. */
    private static List<Table> changed(MigrationEffect effect) {
        Set<List<String>> names = effect.before().diff(effect.after()).differences().stream()
                .map(difference -> difference.object().name())
                .collect(Collectors.toSet());
        return effect.before().tables().stream()
                .filter(table -> names.contains(table.object().name()))
                .toList();
    }

    private static boolean keepsUnnamedHistory(Table table) {
        return table.object()
                .get(Property.HISTORY_TABLE)
                .filter(history -> history.startsWith("(ON"))
                .isPresent();
    }

    private static String key(Table table) {
        return String.join(".", table.object().name()).toLowerCase(Locale.ROOT);
    }
}
