package dev.palindrome.check.rule;

import dev.palindrome.check.step.Step;
import java.util.Optional;

/**
 * ALTER TABLE takes a schema modification lock, which nobody else can read beside, and Flyway's transaction keeps it until all
 * rows are changed (Microsoft: sql-server-transaction-locking-and-row-versioning-guide).
 */
final class LongLockRule implements StepRule {

    @Override
    public FindingCode code() {
        return FindingCode.PAL017;
    }

    @Override
    public Optional<String> problem(Step step, Scene scene) {
        boolean found = step instanceof Step.ChangeRows rows
                && rows.change() == Step.Change.UPDATE
                && rows.everyRow()
                && scene.inTransaction()
                && scene.tableWithRows(rows.table()).isPresent()
                && scene.before(rows.table(), LongLockRule::alters);
        return found
                ? Optional.of(
                        ("%s is altered, and then every row of it is changed in the same transaction: until that ends,"
                                        + " nobody can even read the table. Fill it in a migration of its own, in batches if the"
                                        + " table is large.")
                                .formatted(Scene.name(step.table())))
                : Optional.empty();
    }

    private static boolean alters(Step step) {
        return step instanceof Step.AddColumn
                || step instanceof Step.AlterColumn
                || step instanceof Step.DropColumn
                || step instanceof Step.AddUniqueKey;
    }
}
