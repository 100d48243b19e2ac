package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import dev.palindrome.tsql.ObjectName;
import java.util.Optional;

/** An application that still runs knows the old name; so do views and procedures (Microsoft: sp-rename-transact-sql). */
final class RenameRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL015;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        return step instanceof Step.Rename rename && isFound(rename, scene)
                ? Optional.of(
                        ("%s is renamed to %s in place: the application that runs while this migrates, and views and"
                                        + " procedures, still use the old name. %s")
                                .formatted(
                                        Scene.name(rename.table())
                                                + rename.column()
                                                        .map(column -> "." + column)
                                                        .orElse(""),
                                        rename.newName(),
                                        rename.column().isPresent()
                                                ? "Add a column of the new name, fill both until every application uses it, and drop"
                                                        + " the old one in a later migration."
                                                : "Leave a view or a synonym of the old name until no application uses it."))
                : Optional.empty();
    }

    private static boolean isFound(Step.Rename rename, Scene scene) {
        ObjectName old = rename.table();
        boolean isThere = scene.tables()
                .before(scene.script(), old)
                .filter(table -> rename.column().isEmpty()
                        || rename.column()
                                .flatMap(table::column)
                                .filter(column -> column.script() < scene.script())
                                .isPresent())
                .isPresent();
        return isThere && !scene.after(old, RenameRule::takesTheName) && !isGivenAgain(rename, scene);
    }

    /** By another rename: the two change places, or only capitals change. Or by a new column: then the old one was put aside. */
    private static boolean isGivenAgain(Step.Rename rename, Scene scene) {
        String old = rename.column().orElse(rename.table().name());
        return rename.newName().equalsIgnoreCase(old)
                || scene.steps().steps().stream()
                        .map(Step.Placed::step)
                        .anyMatch(step -> step instanceof Step.Rename other
                                        && other.column().isPresent()
                                                == rename.column().isPresent()
                                        && other.newName().equalsIgnoreCase(old)
                                || step instanceof Step.AddColumn add
                                        && rename.column().isPresent()
                                        && add.table()
                                                .folded()
                                                .equals(rename.table().folded())
                                        && add.column().name().equalsIgnoreCase(old));
    }

    /** A table of the old name, too: then the old one was put aside. */
    private static boolean takesTheName(Step step) {
        return step instanceof Step.CreateStandIn
                || step instanceof Step.CreateTable
                || step instanceof Step.SelectInto;
    }
}
