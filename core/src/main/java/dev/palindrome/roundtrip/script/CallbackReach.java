package dev.palindrome.roundtrip.script;

import dev.palindrome.migration.MigrationCallback;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.tsql.ExecutedSql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What callbacks may do around migrations.
 *
 * @param isNothing whether there are none
 * @param isForEach whether some may run for each migration
 * @param touched the tables that they may touch
 * @param insertedInto the tables that they put rows into, by name without schema
 */
public record CallbackReach(boolean isNothing, boolean isForEach, TouchedTables touched, Set<String> insertedInto) {

    public static CallbackReach of(List<MigrationCallback> callbacks) {
        TouchedTables touched = TouchedTables.NOTHING;
        Set<String> insertedInto = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (MigrationCallback callback : callbacks) {
            Optional<ExecutedSql> sql = callback.text().map(ExecutedSql::of);
            touched = touched.and(TouchedTables.by(sql, true));
            ScriptWords.of(sql).tablesInsertedInto().forEach(table -> insertedInto.add(table.name()));
        }
        return new CallbackReach(
                callbacks.isEmpty(),
                callbacks.stream().anyMatch(MigrationCallback::isForEach),
                touched,
                Set.copyOf(insertedInto));
    }
}
