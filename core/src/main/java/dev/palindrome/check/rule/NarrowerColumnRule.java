package dev.palindrome.check.rule;

import dev.palindrome.check.step.ColumnDefinition;
import dev.palindrome.check.step.KnownTables;
import dev.palindrome.check.step.Step;
import dev.palindrome.sql.DeclaredType;
import java.util.Optional;

/** Values that no longer fit stop the migration (errors 2628, 8115), or are rounded. */
final class NarrowerColumnRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL012;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        if (!(step instanceof Step.AlterColumn alter) || scene.hasTouchedRows(alter.table())) {
            return Optional.empty();
        }
        ColumnDefinition column = alter.column();
        Optional<DeclaredType> old = scene.tableWithRows(alter.table())
                .flatMap(table -> table.column(column.name()))
                .filter(known -> known.script() < scene.script())
                .flatMap(KnownTables.Column::type);
        return old.filter(type ->
                        column.type().filter(now -> NarrowerType.is(type, now)).isPresent())
                .map(type -> ("%s.%s was %s and becomes %s: rows whose values do not fit stop the migration, or lose"
                                + " digits or letters. Look for such rows first, in this migration too, or add a"
                                + " column beside it and move there what fits.")
                        .formatted(
                                Scene.name(alter.table()),
                                column.name(),
                                type,
                                column.type().orElseThrow()));
    }
}
