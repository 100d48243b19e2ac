package dev.palindrome.check.rule;

import dev.palindrome.check.step.KnownTables;
import dev.palindrome.check.step.Step;
import java.util.Optional;

/** A row with NULL stops the migration (error 515). */
final class NullRefusedRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL018;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        if (!(step instanceof Step.AlterColumn alter)
                || !alter.column().isNotNull()
                || scene.hasTouchedRows(alter.table())
                || scene.moves(alter.column().name())) {
            return Optional.empty();
        }
        Optional<KnownTables.Column> nullable = scene.tableWithRows(alter.table())
                .flatMap(table -> table.column(alter.column().name()))
                .filter(column -> !column.isNotNull() && column.script() < scene.script())
                .filter(column -> !(column.isLater() && column.isFilled()));
        return nullable.map(
                column -> ("%s.%s becomes NOT NULL, and nothing before has given a value to rows where it is NULL:"
                                + " one such row stops the migration (error 515). Update them first.")
                        .formatted(Scene.name(alter.table()), alter.column().name()));
    }
}
