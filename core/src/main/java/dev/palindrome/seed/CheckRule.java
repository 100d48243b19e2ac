package dev.palindrome.seed;

import java.util.List;

/**
 * A CHECK that is understood. Whether texts compare with case depends on the collation, so that only rows that satisfy it
 * either way are certain to do.
 */
record CheckRule(String label, List<String> columns, Condition condition) implements Rule {

    @Override
    public boolean allows(Row row) {
        return holds(row) && holds(row.tellingCase());
    }

    @Override
    public boolean forbids(Row row) {
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
