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
 * @param insertedInside the tables that they put rows into in the midst of a migration, by name without schema
 */
public record CallbackReach(boolean isNothing, boolean isForEach, TouchedTables touched, Set<String> insertedInside) {

    public static CallbackReach of(List<MigrationCallback> callbacks) {
        TouchedTables touched = TouchedTables.NOTHING;
        Set<String> insertedInside = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (MigrationCallback callback : callbacks) {
            Optional<ExecutedSql> sql = callback.text().map(ExecutedSql::of);
            touched = touched.and(TouchedTables.by(sql));
            if (callback.isInside()) {
                ScriptWords.of(sql).tablesInsertedInto().forEach(table -> insertedInside.add(table.name()));
            }
        }
        return new CallbackReach(
                callbacks.isEmpty(),
                callbacks.stream().anyMatch(MigrationCallback::isForEach),
                touched,
                Set.copyOf(insertedInside));
    }

    /** Whether a callback of this name runs behind a migration, or behind the last, and not in front of one or in its midst. */
    public static boolean isBehindMigrations(String script) {
        String name = script.substring(script.lastIndexOf('/') + 1);
        return name.startsWith("after") && !name.startsWith("afterEachMigrateStatement");
    }
}
