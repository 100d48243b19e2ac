package dev.palindrome.roundtrip.verdict;

import dev.palindrome.migration.Migration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What all passes so far have found out, by migration. Immutable. */
public record PassResults(Map<Migration, PassResult> byMigration) {

    public static final PassResults NONE = new PassResults(Map.of());

    public PassResults {
        byMigration = Map.copyOf(byMigration);
    }

    /** These, and those of another pass behind them. */
    public PassResults and(Collection<PassResult> later) {
        Map<Migration, PassResult> all = new HashMap<>(byMigration);
        later.forEach(result -> all.merge(result.migration(), result, PassResult::and));
        return new PassResults(all);
    }

    public PassResult of(Migration migration) {
        return byMigration.getOrDefault(migration, PassResult.of(migration));
    }
}
