package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.pass.RowSearch.GoneUp;
import dev.palindrome.roundtrip.pass.RowSelection.Unit;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.script.CallbackReach;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowDemands;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    private final RowSelection allRows;
    private RowSelection selection;
    private EffectRecorder recorder;

    public FirstUpPass(ScratchDatabases databases, PassDatabase shared, MigrationSequence sequence, long randomSeed) {
        this.databases = databases;
        this.shared = shared;
        this.sequence = sequence;
        this.randomSeed = randomSeed;
        this.allRows = RowSelection.of(sequence.namedRows());
        this.selection = allRows;
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
                if (isOfCallback(e)) {
                    goOnWithRowsForCallbacks(reached, e);
                    continue;
                }
                if (reached == sequence.size() || reached < sequence.begin()) {
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

    /** Nobody is to blame for what runs around migrations: it stops every way up. */
    private boolean isOfCallback(MigrationException e) {
        return e.script()
                .filter(script -> sequence.migrations().stream()
                        .noneMatch(migration -> migration.migration().script().equals(script)))
                .isPresent();
    }

    /**
     * Rows that a callback refuses are left out for all migrations: it runs around each way up.
     *
     * @throws MigrationException the same, if it is not for rows that it fails
     */
    private void goOnWithRowsForCallbacks(int reached, MigrationException e) throws SQLException {
        Optional<RowRefusal> refusal = RowRefusal.of(e);
        // Only what runs behind a migration does not need the next one to fail again.
        int way =
                Math.min(reached + (CallbackReach.isBehindMigrations(e.script().orElse("")) ? 0 : 1), sequence.size());
        if (refusal.isEmpty() || way == 0) {
            throw e;
        }
        List<Table> tables = CallbackReach.of(shared.current().migrations().callbacks())
                .touched()
                .reaching(schemaBefore(reached))
                .tables(schemaBefore(reached), new ForeignKeyCascades());
        try (RowSearch search = new RowSearch(databases, sequence.first(way), randomSeed, selection, gone -> {})) {
            if (search.searchLeavingSome(tables, refusal.get().suspects()).isEmpty()) {
                throw e;
            }
            List<Unit> refused = new ArrayList<>();
            for (Table table : tables) {
                List<RowKind> leftOut =
                        RowSearch.leftOut(table, selection, search.last().selection());
                leftOut.forEach(kind -> refused.add(Unit.of(table, kind)));
                if (!leftOut.isEmpty()) {
                    results.add(PassResult.of(sequence.get(way - 1).migration())
                            .noting("Callback " + e.script().orElseThrow() + ": "
                                    + LeftOutRows.note(
                                            table, selection.kinds(table).size(), leftOut, refusal.get(), "runs", "")));
                }
            }
            selections.replaceAll((index, rows) -> rows.without(refused));
            selections.computeIfAbsent(0, first -> allRows.without(refused));
            goOnWith(search.giveAway());
        }
    }

    private FirstUpResult result(Optional<Migration> failed) {
        List<PassResult> all = new ArrayList<>(recorder.results());
        all.addAll(results);
        return new FirstUpResult(recorder.effects(), all, new RowSelections(randomSeed, allRows, selections), failed);
    }

    private void fail(int index, MigrationException e) {
        Migration failed = sequence.get(index).migration();
        results.add(PassResult.of(failed).finding(Verdict.MIGRATION_FAILED, e));
        sequence.migrations().stream()
                .skip(index + 1L)
                .forEach(migration -> results.add(PassResult.notReached(migration.migration(), failed)));
    }

    private boolean goOnWithFewerRows(int index, MigrationException e) throws SQLException {
        Optional<RowRefusal> refusal = RowRefusal.of(e);
        if (refusal.isEmpty()) {
            return false;
        }
        List<Table> tables = tablesBefore(index);
        // Rather without the children than without the parents: these are what the migration is about.
        return refusal.get().isOfChildren()
                        && goOnWithFewerRows(
                                index, withChildren(tables, schemaBefore(index)), refusal.get(), Optional.empty())
                || goOnWithFewerRows(index, tables, refusal.get(), Optional.of(e))
                || goOnWithFewerRowsAnywhere(index, tables, refusal.get(), e);
    }

    /** What a script does to rows is not always seen in its words: an index on a view counts the rows of others. */
    private boolean goOnWithFewerRowsAnywhere(
            int index, List<Table> touched, RowRefusal refusal, MigrationException failure) throws SQLException {
        List<Table> all = schemaBefore(index).tables();
        return all.size() > touched.size() && goOnWithFewerRows(index, all, refusal, Optional.of(failure));
    }

    private static List<Table> withChildren(List<Table> tables, SchemaSnapshot schema) {
        Set<Table> all = new LinkedHashSet<>(tables);
        for (Table child : schema.tables()) {
            boolean points = child.foreignKeys().stream()
                    .anyMatch(key -> tables.stream()
                            .anyMatch(parent -> parent.schema().equalsIgnoreCase(key.referencedSchema())
                                    && parent.name().equalsIgnoreCase(key.referencedTable())));
            if (points) {
                all.add(child);
            }
        }
        return List.copyOf(all);
    }

    /** @param failure what is said of the migration where it goes up without rows alone; empty where that is not enough */
    private boolean goOnWithFewerRows(
            int index, List<Table> tables, RowRefusal refusal, Optional<MigrationException> failure)
            throws SQLException {
        try (RowSearch search = new RowSearch(
                databases, sequence.first(index + 1), randomSeed, collisions(index, tables, refusal), gone -> {})) {
            if (search.searchBeforeFitting(tables, refusal.suspects(), base -> refusing(index, tables, base))
                    .isEmpty()) {
                return false;
            }
            RowSelection refused = search.last().selection();
            AddedDemands added = fit(search, index, tables);
            search.takeBackOfEmpty(tables);
            search.fitAgain();
            List<Table> lost = lost(search.last(), index, tables, refusal);
            if (!lost.isEmpty()) {
                if (failure.isEmpty()) {
                    return false;
                }
                fail(index, failure.get(), lost);
                search.tryOnly(search.last().selection().without(units(lost)));
            }
            goOnWith(search, refused, added, index, tables, refusal);
            return true;
        }
    }

    private Set<Table> refusing(int index, List<Table> tables, GoneUp base) throws SQLException {
        SchemaSnapshot behind = base.recorder().effects().get(index).after();
        return RefusingTables.between(
                databases,
                sequence.first(index),
                new GeneratedRows(randomSeed, selection),
                schemaBefore(index),
                behind,
                AddedDemands.between(tables, schemaBefore(index), behind));
    }

    /** What is left out makes way for rows that satisfy what the migration adds: what that is, is known when it has run. */
    private AddedDemands fit(RowSearch search, int index, List<Table> tables) throws SQLException {
        GoneUp gone = search.last();
        SchemaSnapshot behind = gone.recorder().effects().get(index).after();
        AddedDemands added = AddedDemands.between(tables, schemaBefore(index), behind);
        List<Unit> units = new ArrayList<>();
        for (Table table : added.tables().keySet()) {
            // Rows that were fitted before may have found nothing to reference while others were tried.
            Collection<RowKind> kinds = hasLostAll(gone, table)
                    ? selection.kinds(table)
                    : RowSearch.leftOut(table, selection, gone.selection());
            kinds.forEach(kind -> units.add(Unit.of(table, kind)));
        }
        if (!units.isEmpty()) {
            search.fit(units, demands(added, index, gone));
            fitChildren(search, index, added, units);
            fitToEachOther(search, index, added, units);
        }
        return added;
    }

    /** Tables that reference one another in a circle have no rows yet: these are fitted to the keys from before. */
    private void fitToEachOther(RowSearch search, int index, AddedDemands added, List<Unit> units) throws SQLException {
        GoneUp gone = search.last();
        Set<String> empty = emptied(gone, added);
        List<Unit> wanted =
                units.stream().filter(unit -> empty.contains(unit.table())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        RowDemands demands = gone.selection().demands();
        try (ScratchDatabase scratch = databases.open()) {
            new EffectRecorder(scratch, new GeneratedRows(randomSeed, selection)).goUp(sequence.first(index));
            try (Connection connection = scratch.connect()) {
                demands = demands.readAgain(connection, scratch.last());
            }
        }
        RowSelection before = gone.selection();
        if (search.tryOnly(before.fitting(units, demands)) && !empty.containsAll(emptied(search.last(), added))) {
            search.tryOnly(before);
        }
    }

    /** Rows that point to rows that had to be fitted themselves find them only now: one level of tables each time. */
    private void fitChildren(RowSearch search, int index, AddedDemands added, List<Unit> units) throws SQLException {
        Set<String> empty = emptied(search.last(), added);
        int before;
        do {
            before = empty.size();
            Set<String> tables = empty;
            List<Unit> children =
                    units.stream().filter(unit -> tables.contains(unit.table())).toList();
            if (children.isEmpty()) {
                return;
            }
            search.fit(children, demands(added, index, search.last()));
            empty = emptied(search.last(), added);
        } while (empty.size() < before);
    }

    private static Set<String> emptied(GoneUp gone, AddedDemands added) {
        return added.tables().keySet().stream()
                .filter(gone::leavesEmpty)
                .map(RowSelection::key)
                .collect(Collectors.toSet());
    }

    /** Rows that point to a new table find only what the migration puts there. */
    private RowDemands demands(AddedDemands added, int index, GoneUp gone) throws SQLException {
        if (!added.referToOthersThan(schemaBefore(index))) {
            return demands(added, index, gone.scratch());
        }
        RowSelection unfilled =
                gone.selection().leavingUnfilled(sequence.get(index).migration());
        try (RowSearch search =
                new RowSearch(databases, sequence.first(index + 1), randomSeed, unfilled, scratch -> {})) {
            return demands(
                    added, index, search.tryOnly(unfilled) ? search.last().scratch() : gone.scratch());
        }
    }

    private RowDemands demands(AddedDemands added, int index, ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.connect()) {
            return RowDemands.of(
                    connection,
                    schemaBefore(index),
                    scratch.last(),
                    added.tables().values());
        }
    }

    private List<Table> tablesBefore(int index) {
        SchemaSnapshot before = schemaBefore(index);
        return sequence.get(index).reachingIn(before).touchedUp().tables(before, new ForeignKeyCascades());
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
            if (hasIdentity && refusal.isDuplicateIn(table) && isInsertedInto(index, table)) {
                without = without.leavingEmpty(RowSelection.key(table));
            }
        }
        return without;
    }

    private boolean isInsertedInto(int index, Table table) {
        return sequence.get(index).mayInsertInto(table);
    }

    /** The tables that have lost all their rows, but for those that a migration puts rows of the same keys into. */
    private List<Table> lost(GoneUp gone, int index, List<Table> tables, RowRefusal refusal) {
        return tables.stream()
                .filter(table -> hasLostAll(gone, table))
                .filter(table -> !refusal.isDuplicateIn(table) || !isInsertedInto(index, table))
                .toList();
    }

    private List<Unit> units(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> selection.kinds(table).stream().map(kind -> Unit.of(table, kind)))
                .toList();
    }

    private boolean hasLostAll(GoneUp gone, Table table) {
        return gone.leavesEmpty(table) && !selection.leavesEmpty(table);
    }

    /** It goes up where these tables are empty: so do the migrations behind it. */
    private void fail(int index, MigrationException e, List<Table> lost) {
        Migration failed = sequence.get(index).migration();
        String tables = lost.stream().map(Table::toString).collect(Collectors.joining(", "));
        results.add(PassResult.of(failed)
                .finding(
                        Verdict.MIGRATION_FAILED,
                        e.getMessage() + "\nOf the generated rows in " + tables
                                + ", it takes none. What comes after it is looked at without any there.",
                        e));
        for (Table table : lost) {
            doubtWhatIsBelow(index, table);
            sequence.migrations().stream()
                    .skip(index + 1L)
                    .filter(migration -> migration.mentions(table.name()))
                    .forEach(migration -> results.add(PassResult.of(migration.migration())
                            .noting("No rows were generated for " + table + ", because " + failed
                                    + " refuses them all. Nothing is proven about its rows.")));
        }
    }

    private void goOnWith(
            RowSearch search,
            RowSelection refused,
            AddedDemands added,
            int index,
            List<Table> tables,
            RowRefusal refusal) {
        GoneUp gone = search.giveAway();
        for (Table table : tables) {
            List<RowKind> leftOut = RowSearch.leftOut(table, selection, refused);
            if (hasLostAll(gone, table)) {
                if (refusal.isDuplicateIn(table) && isInsertedInto(index, table)) {
                    noteEmpty(table);
                }
            } else if (!leftOut.isEmpty()) {
                results.add(PassResult.of(sequence.get(index).migration())
                        .noting(search.note(table, selection, leftOut, refusal, "goes up", added.conditionOn(table))));
                doubtWhatIsBelow(index, table);
            }
        }
        selections.put(index, gone.selection());
        goOnWith(gone);
    }

    private void goOnWith(GoneUp gone) {
        selection = gone.selection();
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
