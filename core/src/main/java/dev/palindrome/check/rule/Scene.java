package dev.palindrome.check.rule;

import dev.palindrome.check.step.KnownTables;
import dev.palindrome.check.step.Step;
import dev.palindrome.tsql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a step is taken.
 *
 * @param tables as they are right before it
 * @param script the number of its script
 * @param steps of the whole script
 * @param at the number of the step among them
 * @param undo the way back
 * @param inTransaction whether Flyway puts a transaction around the script
 */
record Scene(KnownTables tables, int script, Step.OfScript steps, int at, Undoing undo, boolean inTransaction) {

    /** A table that an earlier migration has made, and that may have rows. */
    Optional<KnownTables.Table> tableWithRows(ObjectName table) {
        return tables.before(script, table).filter(known -> !isEmptied(table));
    }

    private boolean isEmptied(ObjectName table) {
        return before(
                table,
                step -> step instanceof Step.ChangeRows rows
                        && rows.everyRow()
                        && (rows.change() == Step.Change.DELETE || rows.change() == Step.Change.TRUNCATE));
    }

    /** Whether the script has changed rows of a table, or has looked after them. */
    boolean hasTouchedRows(ObjectName table) {
        return hasLookedAtRows(table)
                || before(table, step -> step instanceof Step.ChangeRows rows && rows.change() != Step.Change.INSERT);
    }

    /** Whether a condition of the script asks for rows of a table, such as whether there are any. */
    boolean hasLookedAtRows(ObjectName table) {
        return before(table, step -> step instanceof Step.LookAtRows);
    }

    /** Whether the script does something to a table before this step. */
    boolean before(ObjectName table, Predicate<Step> what) {
        return among(steps.steps().subList(0, at), table, what);
    }

    /** Whether the script does something to a table after this step. */
    boolean after(ObjectName table, Predicate<Step> what) {
        return among(steps.steps().subList(at + 1, steps.steps().size()), table, what);
    }

    /** Whether statements of the script that write rows use the name. */
    boolean moves(String name) {
        return steps.moved().contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean among(List<Step.Placed> steps, ObjectName table, Predicate<Step> what) {
        return steps.stream()
                .map(Step.Placed::step)
                .anyMatch(step -> step.table().folded().equals(table.folded()) && what.test(step));
    }

    /** For a sentence. */
    static String name(ObjectName table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }
}
