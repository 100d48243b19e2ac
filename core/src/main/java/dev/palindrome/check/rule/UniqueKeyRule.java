package dev.palindrome.check.rule;

import dev.palindrome.check.step.KnownTables;
import dev.palindrome.check.step.Step;
import java.util.Optional;

/** Equal rows stop the migration (error 1505), and the table is locked while the index is built. */
final class UniqueKeyRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL014;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        return step instanceof Step.AddUniqueKey key && isFound(key, scene)
                ? Optional.of(
                        ("%s gets a unique index or key on (%s): two rows that are equal there stop the migration (error"
                                        + " 1505), and rows cannot be written while it is built. Look for such rows first, and"
                                        + " see whether your edition takes WITH (ONLINE = ON).")
                                .formatted(Scene.name(key.table()), String.join(", ", key.columns())))
                : Optional.empty();
    }

    private static boolean isFound(Step.AddUniqueKey key, Scene scene) {
        Optional<KnownTables.Table> table = scene.tableWithRows(key.table());
        return table.isPresent()
                && !table.get().isUniqueIn(key.columns(), scene.script())
                && !isBeingMade(key, table.get(), scene)
                && !scene.hasTouchedRows(key.table())
                && !(key.isFiltered() && isOnNewColumn(key, table.get(), scene));
    }

    /** Where a table gets its first primary key, its schema is written in several scripts, and there are no rows yet. */
    private static boolean isBeingMade(Step.AddUniqueKey key, KnownTables.Table table, Scene scene) {
        return !table.hadKeyBefore(scene.script())
                && (key.isPrimary()
                        || scene.before(key.table(), UniqueKeyRule::isPrimary)
                        || scene.after(key.table(), UniqueKeyRule::isPrimary));
    }

    private static boolean isPrimary(Step step) {
        return step instanceof Step.AddUniqueKey other && other.isPrimary();
    }

    private static boolean isOnNewColumn(Step.AddUniqueKey key, KnownTables.Table table, Scene scene) {
        return key.columns().stream()
                .flatMap(column -> table.column(column).stream())
                .anyMatch(column -> column.script() == scene.script());
    }
}
