package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.pass.RowSearch.GoneUp;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first way up, from an empty database. Rows that a migration refuses are left out and noted. Where its own rows collide
 * with whatever is generated, it is tried on a table without these: in real life nobody but the migrations has put rows
 * there.
 */
public final class FirstUpPass {

    private final ScratchDatabases databases;
    private final PassDatabase shared;
    private final MigrationSequence sequence;
    private final long randomSeed;
    private final List<PassResult> results = new ArrayList<>();
    private final TreeMap<Integer, RowSelection> selections = new TreeMap<>();
    private RowSelection selection = RowSelection.ALL;
    private EffectRecorder recorder;

    public FirstUpPass(ScratchDatabases databases, PassDatabase shared, MigrationSequence sequence, long randomSeed) {
        this.databases = databases;
        this.shared = shared;
        this.sequence = sequence;
        this.randomSeed = randomSeed;
        this.recorder = new EffectRecorder(shared.current(), new GeneratedRows(randomSeed, selection));
    }

    /** Leaves the database as it is behind the last migration that goes up. */
    public FirstUpResult run() throws SQLException {
        while (true) {
            int from = recorder.effects().size();
            try {
                recorder.goUp(sequence.migrations().subList(from, sequence.size()));
                return result(Optional.empty());
            } catch (MigrationException e) {
                int reached = recorder.effects().size();
                if (reached == sequence.size()) {
                    throw e;
                }
                if (!goOnWithFewerRows(reached, e)) {
                    fail(reached, e);
                    shared.replace(sequence.first(reached), new GeneratedRows(randomSeed, selection));
                    return result(Optional.of(sequence.get(reached).migration()));
                }
            }
        }
    }

    private FirstUpResult result(Optional<Migration> failed) {
        List<PassResult> all = new ArrayList<>(recorder.results());
        all.addAll(results);
        return new FirstUpResult(recorder.effects(), all, new RowSelections(randomSeed, selections), failed);
    }

    private void fail(int index, MigrationException e) {
        Migration failed = sequence.get(index).migration();
        results.add(PassResult.of(failed).finding(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage())));
        sequence.migrations().stream()
                .skip(index + 1L)
                .forEach(migration -> results.add(PassResult.notReached(migration.migration(), failed)));
    }

    private boolean goOnWithFewerRows(int index, MigrationException e) {
        Optional<RowRefusal> refusal = RowRefusal.of(e);
        if (refusal.isEmpty()) {
            return false;
        }
        List<Table> tables = tablesBefore(index);
        try (RowSearch search = new RowSearch(
                databases,
                sequence.first(index + 1),
                randomSeed,
                collisions(index, tables, refusal.get()),
                gone -> {})) {
            if (search.search(tables).isEmpty() || !leavesEnough(search.last(), index, tables, refusal.get())) {
                return false;
            }
            goOnWith(search.giveAway(), index, tables, refusal.get());
            return true;
        }
    }

    private List<Table> tablesBefore(int index) {
        return sequence.get(index).touchedUp().tables(schemaBefore(index), new ForeignKeyCascades());
    }

    private SchemaSnapshot schemaBefore(int index) {
        return index == 0
                ? SchemaSnapshot.empty()
                : recorder.effects().get(index - 1).after();
    }

    /** Identities begin with 1, as the numbers that migrations write do: no row of such a table would do. */
    private RowSelection collisions(int index, List<Table> tables, RowRefusal refusal) {
        RowSelection without = selection;
        for (Table table : tables) {
            boolean hasIdentity = table.columns().stream()
                    .anyMatch(column -> column.identity().isPresent());
            if (refusal.isDuplicate() && hasIdentity && isInsertedInto(index, table)) {
                without = without.leavingEmpty(RowSelection.key(table));
            }
        }
        return without;
    }

    private boolean isInsertedInto(int index, Table table) {
        return sequence.get(index).tablesInsertedInto().contains(table.name());
    }

    /** Whether no table has lost all its rows, but for those that a migration puts rows of the same keys into. */
    private boolean leavesEnough(GoneUp gone, int index, List<Table> tables, RowRefusal refusal) {
        return tables.stream()
                .filter(table -> gone.selection().leavesEmpty(table) && !selection.leavesEmpty(table))
                .allMatch(table -> refusal.isDuplicate() && isInsertedInto(index, table));
    }

    private void goOnWith(GoneUp gone, int index, List<Table> tables, RowRefusal refusal) {
        for (Table table : tables) {
            List<RowKind> leftOut = RowSearch.leftOut(table, selection, gone.selection());
            if (gone.selection().leavesEmpty(table) && !selection.leavesEmpty(table)) {
                noteEmpty(table);
            } else if (!leftOut.isEmpty()) {
                results.add(PassResult.of(sequence.get(index).migration())
                        .noting(LeftOutRows.note(table, leftOut, refusal)));
                doubtWhatIsBelow(index, table);
            }
        }
        selection = gone.selection();
        selections.put(index, selection);
        recorder = gone.recorder();
        shared.replace(gone.scratch());
    }

    /** These rows were good enough for the migrations below: they are looked at by themselves, with all rows. */
    private void doubtWhatIsBelow(int index, Table table) {
        for (MigrationEffect effect : recorder.effects().subList(0, index)) {
            boolean touches =
                    effect.migration().touchedDown().tables(effect.before(), new ForeignKeyCascades()).stream()
                            .anyMatch(touched -> touched.object()
                                    .name()
                                    .equals(table.object().name()));
            if (touches) {
                results.add(PassResult.of(effect.migration().migration()).doubting());
            }
        }
    }

    /** Says of each migration that touches it that a table held no generated rows. */
    private void noteEmpty(Table table) {
        for (MigrationUnderTest migration : sequence.migrations()) {
            if (migration.mentions(table.name())) {
                results.add(
                        PassResult.of(migration.migration())
                                .noting(
                                        "No rows were generated for " + table
                                                + ", because those of a migration collide with them. Nothing is proven about its rows."));
            }
        }
    }
}
