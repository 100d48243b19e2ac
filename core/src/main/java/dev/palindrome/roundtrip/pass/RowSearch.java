package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.pass.RowSelection.Unit;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowDemands;
import dev.palindrome.seed.RowKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds by halving the rows that a migration, or its undo, refuses: those that it takes stay. Each try is a way up in a
 * database of its own.
 */
final class RowSearch implements AutoCloseable {

    private final ScratchDatabases databases;
    private final List<MigrationUnderTest> way;
    private final long randomSeed;
    private final Try what;
    private RowSelection taken;
    private Optional<GoneUp> last = Optional.empty();

    /** What is tried when the migrations have gone up. */
    @FunctionalInterface
    interface Try {
        void run(ScratchDatabase scratch);
    }

    /**
     * A database in which the migrations have gone up.
     *
     * @param scratch which
     * @param recorder what they did
     * @param selection the rows in it
     */
    record GoneUp(ScratchDatabase scratch, EffectRecorder recorder, RowSelection selection) {

        /** Whether there are no rows in a table that the last migration touches: some that were wanted cannot be made. */
        boolean leavesEmpty(Table table) {
            List<MigrationEffect> effects = recorder.effects();
            return selection.leavesEmpty(table)
                    || !selection.fittedKinds(table).isEmpty()
                            && effects.get(effects.size() - 1).emptyBefore().contains(table);
        }
    }

    /**
     * @param way the migrations up to the one that refuses rows
     * @param selection the rows of which it refuses some
     * @param what is tried behind it, such as its undo
     */
    RowSearch(
            ScratchDatabases databases,
            List<MigrationUnderTest> way,
            long randomSeed,
            RowSelection selection,
            Try what) {
        this.databases = databases;
        this.way = way;
        this.randomSeed = randomSeed;
        this.taken = selection;
        this.what = what;
    }

    /**
     * Leaves out as few rows as need be.
     *
     * @param tables in which there may be such rows
     * @param suspects the rows that are tried without first
     * @return a database with the rows that are left; empty where it is not for these rows
     */
    Optional<GoneUp> search(List<Table> tables, Set<RowKind> suspects) {
        List<Unit> units = new ArrayList<>();
        for (Table table : parentsFirst(tables)) {
            if (!taken.leavesEmpty(table)) {
                taken.kinds(table).forEach(kind -> units.add(Unit.of(table, kind)));
            }
        }
        List<Unit> suspected =
                units.stream().filter(unit -> suspects.contains(unit.kind())).toList();
        if (!suspected.isEmpty() && isTaken(taken.without(suspected))) {
            takeHalves(suspected, half -> taken.with(half));
            return last;
        }
        if (!isTaken(taken.without(units))) {
            return Optional.empty();
        }
        takeHalves(units, half -> taken.with(half));
        return last;
    }

    /** The same where no table that has rows is to lose all of them. */
    Optional<GoneUp> searchLeavingSome(List<Table> tables, Set<RowKind> suspects) {
        RowSelection before = taken;
        return search(tables, suspects)
                .filter(gone -> tables.stream()
                        .noneMatch(table -> gone.selection().leavesEmpty(table) && !before.leavesEmpty(table)));
    }

    /**
     * Puts others in the place of rows that were left out, as many as are taken.
     *
     * @param units which; they are left out of {@link #last}
     * @param demands what the others satisfy
     */
    void fit(List<Unit> units, RowDemands demands) {
        if (!units.isEmpty() && !isTaken(taken.fitting(units, demands))) {
            takeHalves(units, half -> taken.fitting(half, demands));
        }
    }

    /** Tries another selection. */
    boolean tryOnly(RowSelection selection) {
        return isTaken(selection);
    }

    /** One alone is known to be refused. */
    private void takeHalves(List<Unit> units, Function<List<Unit>, RowSelection> with) {
        if (units.size() < 2) {
            return;
        }
        for (List<Unit> half :
                List.of(units.subList(0, units.size() / 2), units.subList(units.size() / 2, units.size()))) {
            if (!isTaken(with.apply(half))) {
                takeHalves(half, with);
            }
        }
    }

    private boolean isTaken(RowSelection selection) {
        ScratchDatabase scratch = databases.open();
        EffectRecorder recorder = new EffectRecorder(scratch, new GeneratedRows(randomSeed, selection));
        boolean isKept = false;
        try {
            recorder.goUp(way);
            what.run(scratch);
            close();
            last = Optional.of(new GoneUp(scratch, recorder, selection));
            isKept = true;
        } catch (MigrationException e) {
            return false;
        } finally {
            if (!isKept) {
                scratch.close();
            }
        }
        taken = selection;
        return true;
    }

    /** Else a table would get no rows as long as its parents have none, and would seem to be taken. */
    private static List<Table> parentsFirst(List<Table> tables) {
        Set<Table> ordered = new LinkedHashSet<>();
        tables.forEach(table -> add(table, tables, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private static void add(Table table, List<Table> all, Set<Table> ordered, Set<Table> path) {
        if (!path.add(table)) {
            return;
        }
        table.foreignKeys()
                .forEach(key -> all.stream()
                        .filter(parent -> parent.schema().equalsIgnoreCase(key.referencedSchema())
                                && parent.name().equalsIgnoreCase(key.referencedTable()))
                        .forEach(parent -> add(parent, all, ordered, path)));
        ordered.add(table);
    }

    /** All rows of a table that are left out now and were not before. */
    static List<RowKind> leftOut(Table table, RowSelection before, RowSelection now) {
        Set<RowKind> kinds = before.kinds(table);
        kinds.removeAll(now.kinds(table));
        return List.copyOf(kinds);
    }

    /** Closes the last database, unless it was given away. */
    @Override
    public void close() {
        last.ifPresent(gone -> gone.scratch().close());
        last = Optional.empty();
    }

    GoneUp last() {
        return last.orElseThrow();
    }

    GoneUp giveAway() {
        GoneUp given = last();
        last = Optional.empty();
        return given;
    }
}
