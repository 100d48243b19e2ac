package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.pass.RowSearch.GoneUp;
import dev.palindrome.roundtrip.pass.RowSelection.Unit;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.Positions;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.roundtrip.verdict.PassResults;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowDemands;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks at single migrations by themselves: up, down and up from a database that nothing else has touched. Where all is well
 * with one, its database serves for the next.
 */
public final class SingleMigrationCheck implements AutoCloseable {

    private final ScratchDatabases databases;
    private final FirstUpResult up;
    private Optional<ScratchDatabase> scratch = Optional.empty();
    private RowSelection selection;
    private int reached;

    public SingleMigrationCheck(ScratchDatabases databases, FirstUpResult up) {
        this.databases = databases;
        this.up = up;
        this.selection = up.rows().all();
    }

    /** Looks at those of the migrations that something is not certain of. */
    public List<PassResult> run(PassResults soFar, int floor) throws SQLException {
        List<Integer> uncertain = IntStream.range(floor, up.reached())
                .filter(i -> soFar.of(migration(i)).needsSecondLook())
                .boxed()
                .toList();
        List<PassResult> results = new ArrayList<>();
        for (int index : uncertain) {
            PassResult found = check(index);
            results.add(found.needsDraft() ? drafted(index, found) : found);
            databases.progress().lookedAt(results.size(), uncertain.size());
        }
        for (int index = floor; index < up.reached(); index++) {
            // Where the second way up has failed, it had nothing to try a draft on.
            if (!uncertain.contains(index) && soFar.of(migration(index)).needsDraft()) {
                results.add(drafted(index, PassResult.of(migration(index))));
            }
        }
        return results;
    }

    /** What the second way up did not know of yet, or did not get to, gets its draft here. */
    private PassResult drafted(int index, PassResult found) throws SQLException {
        close();
        selection = up.rows().at(index);
        try {
            WayUp way = goUp(index);
            try (Connection connection = way.scratch().connect()) {
                return found.drafting(UndoDrafting.tryOut(way.scratch(), connection, up.effect(index), way.before())
                        .draft());
            }
        } catch (MigrationException e) {
            return found;
        } finally {
            close();
        }
    }

    private Migration migration(int index) {
        return up.effect(index).migration().migration();
    }

    /** Migrations are looked at in their order. */
    private PassResult check(int index) throws SQLException {
        return check(index, up.rows().at(index), PassResult.of(migration(index)));
    }

    private PassResult check(int index, RowSelection rows, PassResult soFar) throws SQLException {
        if (!rows.equals(selection)) {
            close();
            selection = rows;
        }
        WayUp way;
        try {
            way = goUp(index);
        } catch (MigrationException e) {
            close();
            return soFar.finding(Verdict.MIGRATION_FAILED, "Looked at by itself: " + e.getMessage(), e);
        }
        Checked checked;
        try {
            checked = check(up.effect(index), way, soFar);
        } catch (MigrationException e) {
            close();
            return fewerRows(index, rows, soFar, e);
        }
        if (checked.isAsBehindMigration()) {
            reached = index + 1;
        } else {
            close();
        }
        return checked.result();
    }

    /** Where the undo refuses rows and takes others, it has not failed. */
    private PassResult fewerRows(int index, RowSelection rows, PassResult soFar, MigrationException e)
            throws SQLException {
        PassResult failed = soFar.finding(Verdict.UNDO_FAILED, e);
        Optional<RowRefusal> refusal = RowRefusal.of(e);
        if (refusal.isEmpty() || !rows.equals(up.rows().at(index))) {
            return failed;
        }
        MigrationEffect effect = up.effect(index);
        List<Table> tables = effect.migration().touchedDown().tables(effect.after(), new ForeignKeyCascades());
        try (RowSearch search = new RowSearch(
                databases,
                up.first(index + 1),
                up.rows().randomSeed(),
                rows,
                scratch -> scratch.undo(migration(index)))) {
            if (search.searchBeforeFitting(
                            tables, refusal.get().suspects(), base -> refusing(index, rows, tables, effect))
                    .isEmpty()) {
                return failed;
            }
            RowSelection refused = search.last().selection();
            AddedDemands added = fit(search, effect, tables, rows);
            search.takeBackOfEmpty(tables);
            search.fitAgain();
            if (leavesEmpty(search.last(), tables, rows)) {
                return unfilled(index, rows, soFar, failed, search);
            }
            PassResult noted = soFar;
            for (Table table : tables) {
                List<RowKind> leftOut = RowSearch.leftOut(table, rows, refused);
                noted = leftOut.isEmpty()
                        ? noted
                        : noted.noting("On the way back: "
                                + search.note(
                                        table, rows, leftOut, refusal.get(), "goes down", added.conditionOn(table)));
            }
            return check(index, search.last().selection(), noted);
        }
    }

    private Set<Table> refusing(int index, RowSelection rows, List<Table> tables, MigrationEffect effect)
            throws SQLException {
        return RefusingTables.between(
                databases,
                up.first(index + 1),
                new GeneratedRows(up.rows().randomSeed(), rows),
                effect.after(),
                effect.before(),
                AddedDemands.between(tables, effect.after(), effect.before()));
    }

    private static boolean leavesEmpty(GoneUp now, List<Table> tables, RowSelection before) {
        return tables.stream().anyMatch(table -> now.leavesEmpty(table) && !before.leavesEmpty(table));
    }

    /** What is left out makes way for rows that satisfy what the undo adds. */
    private static AddedDemands fit(RowSearch search, MigrationEffect effect, List<Table> tables, RowSelection rows)
            throws SQLException {
        AddedDemands added = AddedDemands.between(tables, effect.after(), effect.before());
        List<Unit> units = new ArrayList<>();
        for (Table table : added.tables().keySet()) {
            RowSearch.leftOut(table, rows, search.last().selection()).forEach(kind -> units.add(Unit.of(table, kind)));
        }
        if (!units.isEmpty()) {
            try (Connection connection = search.last().scratch().connect()) {
                search.fit(
                        units,
                        RowDemands.of(
                                connection,
                                effect.after(),
                                effect.before(),
                                added.tables().values()));
            }
        }
        return added;
    }

    /** Where the undo takes no other rows, it may take those that the migration itself has left. */
    private PassResult unfilled(int index, RowSelection rows, PassResult soFar, PassResult failed, RowSearch search)
            throws SQLException {
        RowSelection unfilled = rows.leavingUnfilled(migration(index));
        return up.effect(index).addsPlaces() && search.tryOnly(unfilled)
                ? check(
                        index,
                        unfilled,
                        soFar.noting("It goes down only where its new tables and columns hold what it puts there, and"
                                + " nothing else."))
                : failed;
    }

    /**
     * What came of a look.
     *
     * @param isAsBehindMigration whether all is well, and the database as it is behind the migration
     */
    private record Checked(PassResult result, boolean isAsBehindMigration) {}

    /** What an earlier migration has left may stand in the way, so one that fails is tried again where nothing has. */
    private WayUp goUp(int index) throws SQLException {
        if (scratch.isPresent()) {
            try {
                return goUp(index, scratch.get());
            } catch (MigrationException e) {
                close();
            }
        }
        ScratchDatabase fresh = databases.open();
        scratch = Optional.of(fresh);
        try (Connection connection = fresh.connect()) {
            fresh.look(connection);
        }
        return goUp(index, fresh);
    }

    private WayUp goUp(int index, ScratchDatabase on) throws SQLException {
        if (reached < index) {
            new EffectRecorder(on, filling()).goUp(up.first(index).subList(reached, index));
        }
        MigrationEffect effect = up.effect(index);
        SchemaSnapshot schema = on.last();
        Map<Table, RowHashes> before = rowsBefore(effect, on);
        Positions positions = effect.positionsBefore().isEmpty() ? Positions.NONE : positions(effect, on);
        RowsBehind behind = new RowsBehind(on, effect);
        behind.up();
        return new WayUp(on, schema, before, positions, behind);
    }

    /**
     * A migration that has gone up by itself.
     *
     * @param scratch where
     * @param schema the schema from before it
     * @param before the rows from before it
     * @param positions how far its counters had counted before it
     * @param behind those behind it
     */
    private record WayUp(
            ScratchDatabase scratch,
            SchemaSnapshot schema,
            Map<Table, RowHashes> before,
            Positions positions,
            RowsBehind behind) {}

    private static Positions positions(MigrationEffect effect, ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.connect()) {
            return Positions.read(connection, effect.before(), effect.migration()::mayRestart);
        }
    }

    private RowFilling filling() {
        return new GeneratedRows(up.rows().randomSeed(), selection);
    }

    @Override
    public void close() {
        scratch.ifPresent(ScratchDatabase::close);
        scratch = Optional.empty();
        reached = 0;
    }

    /** @throws MigrationException if the undo fails */
    private Checked check(MigrationEffect effect, WayUp way, PassResult soFar) throws SQLException {
        Migration migration = effect.migration().migration();
        PassResult result = soFar;
        ScratchDatabase on = way.scratch();
        boolean ownRows;
        try (Connection connection = on.connect()) {
            filling().fill(connection, effect);
            ownRows = on.putOwnRowsIn(migration, connection, effect.after());
        }
        on.undo(migration);
        SchemaDiff diff = on.foreign().without(way.schema().diff(lookAgain(effect, on)));
        if (!diff.isEmpty()) {
            // Columns in another order are not what the next migration was written for, but rows can be compared.
            result = result.finding(diff.isOnlyColumnOrder() ? Verdict.COLUMN_ORDER : Verdict.NOT_RESTORED, diff);
        }
        if (result.has(Verdict.NOT_RESTORED)) {
            return new Checked(result, false);
        }
        Compared rows = compare(result, effect, way, lostPositions(effect, way));
        Checked again = goUpAgain(rows.result(), effect, way);
        return new Checked(again.result(), again.isAsBehindMigration() && rows.isSame() && diff.isEmpty() && !ownRows);
    }

    private static SchemaSnapshot lookAgain(MigrationEffect effect, ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.connect()) {
            return scratch.lookAgain(connection, effect.migration().touchedDown());
        }
    }

    /** Rows held against others. */
    private record Compared(PassResult result, boolean isSame) {}

    private static List<DataLoss> lostPositions(MigrationEffect effect, WayUp way) throws SQLException {
        if (way.positions().isEmpty()) {
            return List.of();
        }
        try (Connection connection = way.scratch().connect()) {
            return way.positions().lost(connection, effect.before());
        }
    }

    private static Compared compare(PassResult result, MigrationEffect effect, WayUp way, List<DataLoss> positions)
            throws SQLException {
        PassResult found = result;
        List<DataLoss> losses = new ArrayList<>(positions);
        boolean same = positions.isEmpty();
        for (Map.Entry<Table, RowHashes> now : readAgain(way).entrySet()) {
            Table table = now.getKey();
            RowHashes.Comparison comparison = way.scratch()
                    .foreign()
                    .compare(table, effect, Objects.requireNonNull(way.before().get(table)), now.getValue());
            losses.addAll(comparison.losses());
            found = comparison.extra() > 0 && !way.scratch().hasOwnRows()
                    ? found.noting(extra(table, comparison.extra()))
                    : found;
            same &= comparison.isSame();
        }
        return new Compared(found.losing(losses), same);
    }

    /** Whoever put a row in again finds it there: that it stays is not a loss, but somebody should know. */
    private static String extra(Table table, long extra) {
        return "After the undo " + table + " holds " + extra + (extra == 1 ? " row that was" : " rows that were")
                + " not there before the migration.";
    }

    private Checked goUpAgain(PassResult result, MigrationEffect effect, WayUp way) throws SQLException {
        ScratchDatabase on = way.scratch();
        RowsBehind second = new RowsBehind(on, effect);
        try {
            second.up();
        } catch (MigrationException e) {
            return new Checked(result.finding(Verdict.REDO_FAILED, e), false);
        }
        if (!second.differing.isEmpty()) {
            return new Checked(result.finding(Verdict.REDO_DIFFERS, second.differing), false);
        }
        PassResult found = result;
        List<String> differences = on.hasOwnRows() ? List.of() : way.behind().otherCounts(second, on.foreign());
        for (String difference : differences) {
            found = found.finding(Verdict.REDO_DIFFERS, difference);
        }
        fill(effect, on);
        lookAgain(effect, on);
        return new Checked(found, second.isSameAs(way.behind()) && !effect.movesIdentities());
    }

    private void fill(MigrationEffect effect, ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.connect()) {
            scratch.fill(filling(), connection, effect);
        }
    }

    private static Map<Table, RowHashes> rowsBefore(MigrationEffect effect, ScratchDatabase scratch)
            throws SQLException {
        try (Connection connection = scratch.connect()) {
            return new RowHashReader()
                    .byTable(
                            connection,
                            effect.rowsBefore().keySet(),
                            table -> Objects.requireNonNull(effect.rowsBefore().get(table))
                                    .shown()::contains);
        }
    }

    private static Map<Table, RowHashes> readAgain(WayUp way) throws SQLException {
        try (Connection connection = way.scratch().connect()) {
            return new RowHashReader().again(connection, way.before());
        }
    }

    /** Reads what a migration leaves in the tables that it touches. */
    private static final class RowsBehind implements MigrationObserver {

        private final ScratchDatabase scratch;
        private final MigrationEffect effect;
        private final CallbackWatch callbacks;
        private final Map<List<String>, RowHashes> seen = new HashMap<>();
        private Map<Table, RowHashes> rows = Map.of();
        private SchemaDiff differing = Finding.NO_DIFFERENCE;

        RowsBehind(ScratchDatabase scratch, MigrationEffect effect) {
            this.scratch = scratch;
            this.effect = effect;
            this.callbacks = new CallbackWatch(scratch);
        }

        void up() throws SQLException {
            try (Connection connection = scratch.connect()) {
                seen.putAll(callbacks.rows(connection));
            }
            scratch.migrations().up(List.of(effect.migration().migration()), this);
            try (Connection connection = scratch.connect()) {
                seeWhatCallbacksDid(connection);
            }
        }

        private void seeWhatCallbacksDid(Connection connection) throws SQLException {
            if (callbacks.isNeeded()) {
                callbacks.see(connection, scratch.last(), seen);
            }
        }

        @Override
        public void before(Migration migration, Connection connection) throws SQLException {
            seeWhatCallbacksDid(connection);
        }

        @Override
        public void after(Migration migration, Connection connection) throws SQLException {
            scratch.loseLetters(connection, effect);
            try {
                rows = read(connection);
            } catch (SQLException e) {
                // The second time it may leave other columns, which are not there to be read.
                differing = scratch.foreign().without(effect.after().diff(scratch.look(connection)));
                if (differing.isEmpty()) {
                    throw e;
                }
            }
            if (callbacks.isNeeded()) {
                scratch.look(connection);
                seen.putAll(callbacks.rows(connection));
            }
        }

        private Map<Table, RowHashes> read(Connection connection) throws SQLException {
            return new RowHashReader()
                    .byTable(
                            connection,
                            effect.migration().touchedDown().tables(effect.after(), new ForeignKeyCascades()));
        }

        boolean isSameAs(RowsBehind other) {
            return rows.entrySet().stream()
                    .allMatch(entry -> Objects.requireNonNull(other.rows.get(entry.getKey()))
                            .compare(entry.getKey(), entry.getValue())
                            .isSame());
        }

        /** Identities go on counting and clocks go on running: the rows need not be the same, but as many. */
        List<String> otherCounts(RowsBehind second, ForeignChanges foreign) {
            List<String> differences = new ArrayList<>();
            rows.forEach((table, first) -> {
                OptionalLong before = foreign.numberOfRows(table, first);
                OptionalLong now = foreign.numberOfRows(table, Objects.requireNonNull(second.rows.get(table)));
                long more = now.orElse(0) - before.orElse(0);
                if (more != 0) {
                    differences.add("After the second way up " + table + " holds " + Math.abs(more)
                            + (Math.abs(more) == 1 ? " row " : " rows ") + (more > 0 ? "more" : "fewer")
                            + " than after the first.");
                }
            });
            return differences;
        }
    }
}
