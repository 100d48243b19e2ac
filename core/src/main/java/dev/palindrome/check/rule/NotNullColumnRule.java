package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import java.util.Optional;

/** SQL Server refuses it with error 4901 as soon as there is a row (Microsoft: alter-table-transact-sql, DEFAULT). */
final class NotNullColumnRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL011;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        boolean found = step instanceof Step.AddColumn add
                && add.column().isNotNull()
                && !add.column().hasValues()
                && scene.tableWithRows(add.table()).isPresent();
        return found
                ? Optional.of(
                        ("%s gets the column %s, which is NOT NULL and has no default: SQL Server refuses that (error"
                                        + " 4901) once the table has a row. Give it a default, or add it as NULL, fill it, and make"
                                        + " it NOT NULL in a later migration.")
                                .formatted(
                                        Scene.name(step.table()),
                                        ((Step.AddColumn) step).column().name()))
                : Optional.empty();
    }
}
