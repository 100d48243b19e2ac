package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.PassResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first way up, from an empty database. Where a migration's own rows collide with generated ones, it is tried again on a
 * table without these: in real life nobody but the migrations has put rows there.
 */
public record FirstUpPass(SharedDatabase database, MigrationSequence sequence, long randomSeed) {

    /** Leaves the database as it is behind the last migration that goes up. */
    public FirstUpResult run() throws SQLException {
        Set<String> leftEmpty = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        while (true) {
            RowFilling filling = new GeneratedRows(randomSeed, leftEmpty);
            EffectRecorder recorder = new EffectRecorder(database.current(), filling);
            try {
                recorder.goUp(sequence.migrations());
                return new FirstUpResult(
                        recorder.effects(), results(recorder, emptyTables(leftEmpty)), filling, Optional.empty());
            } catch (MigrationException e) {
                int reached = recorder.effects().size();
                if (reached == sequence.size()) {
                    throw e;
                }
                if (!leftEmpty.addAll(sequence.get(reached).tablesInsertedInto())) {
                    database.replace(sequence.first(reached), filling);
                    return failed(recorder, filling, e);
                }
                database.replace();
            }
        }
    }

    private FirstUpResult failed(EffectRecorder recorder, RowFilling filling, MigrationException e) {
        int reached = recorder.effects().size();
        Migration failed = sequence.get(reached).migration();
        List<PassResult> verdicts = new ArrayList<>();
        verdicts.add(PassResult.of(failed).finding(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage())));
        sequence.migrations().stream()
                .skip(reached + 1L)
                .forEach(migration -> verdicts.add(PassResult.notReached(migration.migration(), failed)));
        return new FirstUpResult(recorder.effects(), results(recorder, verdicts), filling, Optional.of(failed));
    }

    private static List<PassResult> results(EffectRecorder recorder, List<PassResult> more) {
        List<PassResult> results = new ArrayList<>(recorder.results());
        results.addAll(more);
        return results;
    }

    /** Says of each migration that touches them that some tables held no generated rows. */
    private List<PassResult> emptyTables(Set<String> tables) {
        List<PassResult> notes = new ArrayList<>();
        for (MigrationUnderTest migration : sequence.migrations()) {
            tables.stream()
                    .filter(migration::mentions)
                    .forEach(table -> notes.add(PassResult.of(migration.migration())
                            .noting("No rows were generated for " + table
                                    + ", because those of a migration collide with them. Nothing is proven about its"
                                    + " rows.")));
        }
        return notes;
    }
}
