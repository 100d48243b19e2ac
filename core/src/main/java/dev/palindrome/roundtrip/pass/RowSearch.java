package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.pass.RowSelection.Unit;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowDemands;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the rows that a migration, or its undo, refuses: those that it takes stay. Each try is a way up in a database of its
 * own. A few rows are found by halving. Where there are many, tables are told apart first ({@link RefusingTables} guesses),
 * and if too many rows are left to be tried one by one, all of them make way for rows that fit.
 */
final class RowSearch implements AutoCloseable {

    /** So many are tried one by one: up to twice as many ways up. */
    static final int FEW = 40;

    /** Where others can take their place, as rows fitted to a key can, no more than so many. */
    private static final int FEW_OF_REPLACEABLE = 20;

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_]++");

    private final ScratchDatabases databases;
    private final List<MigrationUnderTest> way;
    private final long randomSeed;
    private final Try what;
    private final RowSelection all;
    private RowSelection taken;
    private Optional<GoneUp> last = Optional.empty();

    private Set<String> wordsOfFailure = Set.of();

    /** Left out without each having been tried. */
    private List<Unit> untried = List.of();

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
        this.all = selection;
        this.taken = selection;
        this.what = what;
    }

    /** Tells which tables' rows are refused, as far as that can be guessed. */
    @FunctionalInterface
    interface Guess {

        /**
         * Looks at what is demanded of rows.
         *
         * @param base where no row is left that could be refused
         * @return tables with a row that seems to be refused
         */
        Set<Table> refusing(GoneUp base) throws SQLException;
    }

    /**
     * Leaves out as few rows as need be.
     *
     * @param tables in which there may be such rows
     * @param suspects the rows that are tried without first
     * @return a database with the rows that are left; empty where it is not for these rows
     */
    Optional<GoneUp> search(List<Table> tables, Set<RowKind> suspects) {
        List<Unit> units = units(tables);
        List<Unit> suspected = suspected(units, suspects);
        if (!suspected.isEmpty() && isTaken(taken.without(suspected))) {
            Halving.ofRefused(suspected, this::adds);
            return last;
        }
        if (!isTaken(taken.without(units))) {
            return Optional.empty();
        }
        Halving.ofRefused(units, this::adds);
        return last;
    }

    /**
     * The same before rows are fitted: where many are refused, it may leave out all rows of a table that refuses some, because
     * others take their place.
     */
    Optional<GoneUp> searchBeforeFitting(List<Table> tables, Set<RowKind> suspects, Guess guess) throws SQLException {
        List<Unit> units = units(tables);
        if (units.size() <= FEW_OF_REPLACEABLE) {
            return search(tables, suspects);
        }
        if (!isTaken(all.without(units))) {
            return Optional.empty();
        }
        Set<String> refusing =
                guess.refusing(last()).stream().map(RowSelection::key).collect(Collectors.toSet());
        List<Unit> guessed =
                units.stream().filter(unit -> refusing.contains(unit.table())).toList();
        List<Unit> suspected = suspected(guessed, suspects);
        List<Unit> refused = !suspected.isEmpty() && isTaken(all.without(suspected))
                ? suspected
                : Halving.refusing(byTable(units), refusing::contains, this::isBlamed, this::adds);
        List<Unit> replaceable =
                refused.stream().filter(unit -> refusing.contains(unit.table())).toList();
        if (refused.size() > FEW) {
            untried = refused;
        } else if (replaceable.size() > FEW_OF_REPLACEABLE) {
            untried = replaceable;
            addAsFarAsTaken(refused.stream()
                    .filter(unit -> !refusing.contains(unit.table()))
                    .toList());
        } else {
            Halving.ofRefused(refused, this::adds);
        }
        return last;
    }

    private List<Unit> units(List<Table> tables) {
        List<Unit> units = new ArrayList<>();
        for (Table table : parentsFirst(tables)) {
            if (!taken.leavesEmpty(table)) {
                taken.kinds(table).forEach(kind -> units.add(Unit.of(table, kind)));
            }
        }
        return units;
    }

    private static List<Unit> suspected(List<Unit> units, Set<RowKind> suspects) {
        return units.stream().filter(unit -> suspects.contains(unit.kind())).toList();
    }

    private static Map<String, List<Unit>> byTable(List<Unit> units) {
        return units.stream().collect(Collectors.groupingBy(Unit::table, LinkedHashMap::new, Collectors.toList()));
    }

    private void addAsFarAsTaken(List<Unit> units) {
        if (!units.isEmpty() && !adds(units)) {
            Halving.ofRefused(units, this::adds);
        }
    }

    private boolean adds(List<Unit> units) {
        return isTaken(taken.with(units));
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
        if (units.isEmpty()) {
            return;
        }
        RowDemands both = withWhatCame(taken.demands()).and(demands);
        Predicate<List<Unit>> fits = some -> isTaken(taken.fitting(some, both));
        if (fits.test(units)) {
            return;
        }
        Map<String, List<Unit>> tables = byTable(units);
        if (tables.size() == 1) {
            Halving.ofRefused(units, fits);
            return;
        }
        List<Unit> refused = Halving.refusing(tables, this::isBlamed, this::isBlamed, fits);
        for (List<Unit> ofOne : byTable(refused).values()) {
            if (!fits.test(ofOne)) {
                Halving.ofRefused(ofOne, fits);
            }
        }
    }

    /**
     * Rows that were fitted for migrations below may reference again what was left out for a while: no more than they could
     * before, because other rows may come only behind those migrations.
     */
    private RowDemands withWhatCame(RowDemands demands) {
        RowDemands known = demands.and(new RowDemands(Map.of(), all.demands().parents()));
        if (known.equals(demands)) {
            return demands;
        }
        return known.asFarAs(readAgain(known, last().scratch()));
    }

    /** Where none could be fitted, a few of those are tried that were left out together with others. */
    void takeBackOfEmpty(Collection<Table> tables) {
        Set<String> empty = tables.stream()
                .filter(last()::leavesEmpty)
                .map(RowSelection::key)
                .collect(Collectors.toSet());
        List<Unit> few = untried.stream()
                .filter(unit -> empty.contains(unit.table()))
                .limit(FEW)
                .toList();
        byTable(few).values().forEach(units -> Halving.ofRefused(units, half -> isTaken(taken.asIn(all, half))));
    }

    /**
     * Rows that were fitted for migrations below reference what is there in the end: it was not known whether it would be
     * while others were looked for.
     */
    void fitAgain() {
        if (!all.fitted().isEmpty() && !all.leftOut().equals(taken.leftOut())) {
            RowDemands now = withWhatCame(taken.demands());
            if (!now.equals(taken.demands())) {
                isTaken(taken.demanding(now));
            }
        }
    }

    /**
     * Says which rows of a table were left out.
     *
     * @param before the rows from before the search
     * @param leftOut those that were refused
     * @param goes what they stood in the way of
     * @param condition what the others satisfy; may be empty
     */
    String note(
            Table table,
            RowSelection before,
            List<RowKind> leftOut,
            RowRefusal refusal,
            String goes,
            String condition) {
        int all = before.kinds(table).size();
        boolean isTried = untried.stream().noneMatch(unit -> unit.table().equals(RowSelection.key(table)));
        return isTried
                ? LeftOutRows.note(table, all, leftOut, refusal, goes, condition)
                : LeftOutRows.notTried(table, all, leftOut.size(), refusal, goes, condition);
    }

    /** Tries another selection. */
    boolean tryOnly(RowSelection selection) {
        return isTaken(selection);
    }

    /** Whether the last failure mentions a table. */
    private boolean isBlamed(String table) {
        return wordsOfFailure.contains(table.substring(table.indexOf('.') + 1));
    }

    /** Rows that were fitted for a migration below must not reference what is left out now. */
    private boolean isTaken(RowSelection selection) {
        RowSelection tried = selection;
        for (int times = 0; times < way.size(); times++) {
            Optional<RowDemands> there = goUp(tried);
            if (there.isEmpty()) {
                taken = tried;
                return true;
            }
            if (there.get().equals(tried.demands())) {
                return false;
            }
            tried = tried.demanding(there.get());
        }
        return false;
    }

    /** @return empty if all has gone up; else the demands with the keys that were there */
    private Optional<RowDemands> goUp(RowSelection selection) {
        ScratchDatabase scratch = databases.open();
        EffectRecorder recorder = new EffectRecorder(scratch, new GeneratedRows(randomSeed, selection));
        boolean isKept = false;
        try {
            recorder.goUp(way);
            what.run(scratch);
            close();
            last = Optional.of(new GoneUp(scratch, recorder, selection));
            isKept = true;
            return Optional.empty();
        } catch (MigrationException e) {
            wordsOfFailure = NO_NAME.splitAsStream(
                            String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            boolean isBelow = recorder.effects().size() < way.size() - 1;
            return Optional.of(isBelow ? readAgain(selection.demands(), scratch) : selection.demands());
        } finally {
            if (!isKept) {
                scratch.close();
            }
        }
    }

    private static RowDemands readAgain(RowDemands demands, ScratchDatabase scratch) {
        if (demands.parents().isEmpty()) {
            return demands;
        }
        try (Connection connection = scratch.connect()) {
            return demands.readAgain(connection, scratch.last());
        } catch (SQLException e) {
            return demands;
        }
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
