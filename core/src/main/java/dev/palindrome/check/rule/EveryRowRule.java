package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import java.util.Optional;

/** A forgotten WHERE, or more rows under lock than one statement should have. */
final class EveryRowRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL016;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        if (!(step instanceof Step.ChangeRows rows)
                || !rows.everyRow()
                || scene.tableWithRows(rows.table()).isEmpty()) {
            return Optional.empty();
        }
        boolean update = rows.change() == Step.Change.UPDATE;
        boolean meant = update ? fillsNewColumns(rows, scene) : isReplacedOrDeclared(rows, scene);
        return meant
                ? Optional.empty()
                : Optional.of(
                        ("%s has no WHERE: every row of %s is %s, all of it in one transaction. Say which rows are meant, or"
                                        + " go through them in batches; where every row is meant, accept it with a reason.")
                                .formatted(rows.change(), Scene.name(rows.table()), update ? "changed" : "gone"));
    }

    /** Whose old values nobody misses: there are none. */
    private static boolean fillsNewColumns(Step.ChangeRows rows, Scene scene) {
        return !rows.columns().isEmpty()
                && rows.columns().stream()
                        .allMatch(name -> scene.tables().before(scene.script(), rows.table()).stream()
                                .flatMap(table -> table.column(name).stream())
                                .anyMatch(column ->
                                        column.script() == scene.script() || column.isLater() && !column.isFilled()));
    }

    /** New rows stand in for the old ones, they were moved, or somebody has said that they are gone. */
    private static boolean isReplacedOrDeclared(Step.ChangeRows rows, Scene scene) {
        return scene.moves(rows.table().name())
                || scene.undo().fills(rows.table().name())
                || scene.undo().declaresLossOf(rows.table().name(), "");
    }
}
