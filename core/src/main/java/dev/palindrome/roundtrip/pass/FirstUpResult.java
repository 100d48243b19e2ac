package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of the first way up. The later passes hold theirs against it.
 *
 * @param effects of the migrations that have gone up, in their order
 * @param results what there is to be said of them, and of those that have not
 * @param rows what the tables were filled with
 * @param failed the one that does not go up
 */
public record FirstUpResult(
        List<MigrationEffect> effects, List<PassResult> results, RowSelections rows, Optional<Migration> failed) {

    public FirstUpResult {
        effects = List.copyOf(effects);
        results = List.copyOf(results);
    }

    RowFilling filling() {
        return rows.filling();
    }

    /** How many have gone up. */
    int reached() {
        return effects.size();
    }

    MigrationEffect effect(int index) {
        return effects.get(index);
    }

    /** The first of those that have gone up. */
    List<MigrationUnderTest> first(int count) {
        return effects.subList(0, count).stream()
                .map(MigrationEffect::migration)
                .toList();
    }

    /** What a migration did; empty where it was not reached. */
    public Optional<MigrationEffect> reachedEffect(int index) {
        return index < effects.size() ? Optional.of(effects.get(index)) : Optional.empty();
    }

    /** What is in the database before or behind a migration and is not compared; nothing where it was not reached. */
    public List<NotCompared> notCompared(int index) {
        return index < effects.size() ? effects.get(index).notCompared() : List.of();
    }

    /** The schema from before a migration; empty where it was not reached. */
    public SchemaSnapshot before(int index) {
        return index < effects.size() ? effects.get(index).before() : SchemaSnapshot.empty();
    }

    /** The tables that held no rows before a migration, of those that it or its undo may touch. */
    public Set<Table> emptyBefore(int index) {
        return index < effects.size() ? effects.get(index).emptyBefore() : Set.of();
    }
}
