package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import dev.palindrome.tsql.ObjectName;
import java.util.Optional;

/** What is dropped does not come back by the undo that makes it anew, unless something has moved its rows. */
final class DroppedRowsRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL013;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        if (step instanceof Step.DropTable drop) {
            return dropped(drop.table(), "", scene);
        }
        return step instanceof Step.DropColumn drop && isOlder(drop, scene)
                ? dropped(drop.table(), drop.column(), scene)
                : Optional.empty();
    }

    /** A computed column has nothing that could be lost. */
    private static boolean isOlder(Step.DropColumn drop, Scene scene) {
        return scene.tables().before(scene.script(), drop.table()).stream()
                .flatMap(table -> table.column(drop.column()).stream())
                .anyMatch(column -> column.script() < scene.script()
                        && column.type().filter(type -> !type.isRowversion()).isPresent());
    }

    private static Optional<String> dropped(ObjectName table, String column, Scene scene) {
        String name = column.isEmpty() ? table.name() : column;
        boolean found = scene.tableWithRows(table).isPresent()
                && !scene.hasLookedAtRows(table)
                && !scene.moves(name)
                && !scene.undo().fills(name)
                && !scene.undo().declaresLossOf(table.name(), column);
        String whole = Scene.name(table) + (column.isEmpty() ? "" : "." + column);
        return found
                ? Optional.of(
                        ("%s is dropped with what rows hold in it, and nothing says so. If nobody needs that any more,"
                                        + " say it in the head of the undo script: -- palindrome: loses %s <reason>. Otherwise move"
                                        + " it first, and drop once no running application reads it.")
                                .formatted(whole, whole))
                : Optional.empty();
    }
}
