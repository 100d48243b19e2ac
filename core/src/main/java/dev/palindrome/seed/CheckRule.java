package dev.palindrome.seed;

import java.util.List;

/** A CHECK that is understood. */
record CheckRule(String label, List<String> columns, Condition condition) implements Rule {

    @Override
    public boolean allows(Row row) {
        return condition.test(row) != Truth.FALSE;
    }
}
