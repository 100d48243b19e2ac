package dev.palindrome.seed.rule;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Truth;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowValues;
import java.util.List;

/**
 * A CHECK that is understood. Whether texts compare with case depends on the collation, so that only rows that satisfy it
 * either way are certain to do.
 */
public record CheckRule(String label, List<String> columns, Condition condition) implements RowRule {

    @Override
    public boolean allows(GeneratedRow row) {
        return holds(row) && holds(row.tellingCase());
    }

    @Override
    public boolean forbids(GeneratedRow row) {
        return !holds(row) && !holds(row.tellingCase());
    }

    @Override
    public String advice() {
        return " Give its columns values of your own with .with(…).";
    }

    private boolean holds(RowValues row) {
        return condition.test(row) != Truth.FALSE;
    }
}
