package dev.palindrome.check.rule;

import dev.palindrome.check.step.KnownTables;
import dev.palindrome.check.step.Step;
import java.util.ArrayList;
import java.util.List;

/** All rules for what migrations do to tables. One instance goes through all of them, in the order of their versions. */
public final class StepRules {

    private static final List<StepRule> RULES = List.of(
            new NotNullColumnRule(),
            new NarrowerColumnRule(),
            new DroppedRowsRule(),
            new UniqueKeyRule(),
            new RenameRule(),
            new EveryRowRule(),
            new LongLockRule(),
            new NullRefusedRule());

    private final KnownTables tables = new KnownTables();
    private int script;

    /**
     * Goes on by one migration.
     *
     * @param steps what it does
     * @param undo the way back
     * @param inTransaction whether Flyway puts a transaction around it
     */
    public List<Problem> look(Step.OfScript steps, Undoing undo, boolean inTransaction) {
        script++;
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < steps.steps().size(); at++) {
            Step.Placed placed = steps.steps().get(at);
            Scene scene = new Scene(tables, script, steps, at, undo, inTransaction);
            for (StepRule rule : RULES) {
                rule.problem(placed.step(), scene)
                        .map(text -> new Problem(rule.code(), placed.line(), text))
                        .ifPresent(problems::add);
            }
            tables.apply(placed.step(), script);
        }
        return problems;
    }

    /** Goes on by a script whose tables are there from then on, and that nothing is said of. */
    public void pass(Step.OfScript steps) {
        script++;
        steps.steps().forEach(placed -> tables.apply(placed.step(), script));
    }
}
