package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at single migrations by themselves: up, down and up from a database that nothing else has touched. Where all is well
 * with one, its database serves for the next.
 */
public final class SingleMigrationCheck implements AutoCloseable {

    private final Databases databases;
    private final DatabaseOptions options;
    private final MigrationSettings migrations;
    private final MigrationSequence course;
    private final RowFilling filling;
    private Optional<ScratchDatabase> workbench = Optional.empty();
    private int reached;

    public SingleMigrationCheck(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            MigrationSequence course,
            RowFilling filling) {
        this.databases = databases;
        this.options = options;
        this.migrations = migrations;
        this.course = course;
        this.filling = filling;
    }

    /** Migrations are looked at in their order. */
    public void judge(MigrationUnderTest leg) throws SQLException {
        int index = course.legs().indexOf(leg);
        Optional<WayUp> way = goUp(leg, index);
        if (way.isPresent() && judge(leg, way.get())) {
            reached = index + 1;
        } else {
            close();
        }
    }

    /** What an earlier migration has left may stand in the way, so one that fails is tried again where nothing has. */
    private Optional<WayUp> goUp(MigrationUnderTest leg, int index) throws SQLException {
        if (workbench.isPresent()) {
            try {
                return Optional.of(goUp(leg, index, workbench.get()));
            } catch (MigrationException e) {
                close();
            }
        }
        ScratchDatabase fresh = ScratchDatabase.open(databases, options, migrations);
        workbench = Optional.of(fresh);
        look(fresh);
        try {
            return Optional.of(goUp(leg, index, fresh));
        } catch (MigrationException e) {
            leg.find(Verdict.MIGRATION_FAILED, "Looked at by itself: " + e.getMessage());
            return Optional.empty();
        }
    }

    private WayUp goUp(MigrationUnderTest leg, int index, ScratchDatabase on) throws SQLException {
        climb(on, index);
        SchemaSnapshot schema = on.last();
        Map<Table, RowHashes> before = read(on, leg.rowsBefore.keySet());
        RowsBehind behind = new RowsBehind(leg);
        on.migrations().up(List.of(leg.migration()), behind);
        return new WayUp(on, schema, before, behind);
    }

    /**
     * A migration that has gone up by itself.
     *
     * @param workbench where
     * @param schema the schema from before it
     * @param before the rows from before it
     * @param behind those behind it
     */
    private record WayUp(
            ScratchDatabase workbench, SchemaSnapshot schema, Map<Table, RowHashes> before, RowsBehind behind) {}

    private void climb(ScratchDatabase on, int index) {
        if (reached < index) {
            new FirstUpPass(on, course.copies(), filling).climb(course.legs().subList(reached, index));
        }
    }

    @Override
    public void close() {
        workbench.ifPresent(ScratchDatabase::close);
        workbench = Optional.empty();
        reached = 0;
    }

    /** @return whether all is well, and the database as it is behind the migration */
    private boolean judge(MigrationUnderTest leg, WayUp way) throws SQLException {
        ScratchDatabase on = way.workbench();
        fill(leg, on);
        try {
            on.migrations().descent().undo(List.of(leg.migration()), (migration, connection) -> {});
        } catch (MigrationException e) {
            leg.find(Verdict.UNDO_FAILED, String.valueOf(e.getMessage()));
            return false;
        }
        if (!isRestored(leg, way)) {
            return false;
        }
        boolean same = compare(leg, way.before(), read(on, way.before().keySet()));
        return redo(leg, on, way.behind()) && same && !leg.has(Verdict.COLUMN_ORDER);
    }

    /** Columns in another order are not what the next migration was written for, but rows can be compared. */
    private static boolean isRestored(MigrationUnderTest leg, WayUp way) throws SQLException {
        SchemaDiff diff = way.schema().diff(lookAgain(leg, way.workbench()));
        if (diff.isEmpty()) {
            return true;
        }
        leg.find(diff.isOnlyColumnOrder() ? Verdict.COLUMN_ORDER : Verdict.NOT_RESTORED, diff);
        return diff.isOnlyColumnOrder();
    }

    private static SchemaSnapshot lookAgain(MigrationUnderTest leg, ScratchDatabase workbench) throws SQLException {
        try (Connection connection = workbench.connect()) {
            return workbench.lookAgain(connection, leg.touchedDown);
        }
    }

    private static void look(ScratchDatabase workbench) throws SQLException {
        try (Connection connection = workbench.connect()) {
            workbench.look(connection);
        }
    }

    private static boolean compare(MigrationUnderTest leg, Map<Table, RowHashes> before, Map<Table, RowHashes> after) {
        List<DataLoss> losses = new ArrayList<>();
        boolean same = true;
        for (Map.Entry<Table, RowHashes> entry : after.entrySet()) {
            RowHashes.Comparison comparison = before.get(entry.getKey()).compare(entry.getKey(), entry.getValue());
            losses.addAll(comparison.losses());
            noteExtra(leg, entry.getKey(), comparison.extra());
            same &= comparison.isSame();
        }
        if (!losses.isEmpty()) {
            leg.lose(losses);
        }
        return same;
    }

    /** Whoever put a row in again finds it there: that it stays is not a loss, but somebody should know. */
    private static void noteExtra(MigrationUnderTest leg, Table table, long extra) {
        if (extra > 0) {
            leg.note("After the undo " + table + " holds " + extra + (extra == 1 ? " row that was" : " rows that were")
                    + " not there before the migration.");
        }
    }

    private boolean redo(MigrationUnderTest leg, ScratchDatabase workbench, RowsBehind first) throws SQLException {
        RowsBehind second = new RowsBehind(leg);
        try {
            workbench.migrations().up(List.of(leg.migration()), second);
        } catch (MigrationException e) {
            leg.find(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
            return false;
        }
        // Identities go on counting and clocks go on running: the rows need not be the same, but as many.
        first.rows.forEach((table, rows) -> {
            int more = second.rows.get(table).rows().size() - rows.rows().size();
            if (more != 0) {
                leg.find(
                        Verdict.REDO_DIFFERS,
                        "After the second way up " + table + " holds " + Math.abs(more)
                                + (Math.abs(more) == 1 ? " row " : " rows ") + (more > 0 ? "more" : "fewer")
                                + " than after the first.");
            }
        });
        fill(leg, workbench);
        lookAgain(leg, workbench);
        return second.isSameAs(first) && !leg.movesIdentities();
    }

    private void fill(MigrationUnderTest leg, ScratchDatabase workbench) throws SQLException {
        try (Connection connection = workbench.connect()) {
            filling.fill(connection, leg.before, leg.after, leg.undoReadsNewValues());
        }
    }

    private static Map<Table, RowHashes> read(ScratchDatabase workbench, Iterable<Table> tables) throws SQLException {
        RowHashReader reader = new RowHashReader();
        Map<Table, RowHashes> rows = new LinkedHashMap<>();
        try (Connection connection = workbench.connect()) {
            for (Table table : tables) {
                rows.put(table, reader.read(connection, table));
            }
        }
        return rows;
    }

    /** Reads what a migration leaves in the tables that it touches. */
    private static final class RowsBehind implements MigrationObserver {

        private final MigrationUnderTest leg;
        private final Map<Table, RowHashes> rows = new LinkedHashMap<>();

        RowsBehind(MigrationUnderTest leg) {
            this.leg = leg;
        }

        @Override
        public void after(Migration migration, Connection connection) throws SQLException {
            RowHashReader reader = new RowHashReader();
            for (Table table : leg.touchedDown.tables(leg.after, new ForeignKeyCascades())) {
                rows.put(table, reader.read(connection, table));
            }
        }

        boolean isSameAs(RowsBehind other) {
            return rows.entrySet().stream()
                    .allMatch(entry -> other.rows
                            .get(entry.getKey())
                            .compare(entry.getKey(), entry.getValue())
                            .isSame());
        }
    }
}
