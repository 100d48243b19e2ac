package dev.palindrome.roundtrip;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.StepObserver;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at one migration by itself: up, down and up from a database that nothing else has touched. */
record Isolation(
        Databases databases, DatabaseOptions options, MigrationSettings migrations, Course course, Filling filling) {

    void judge(Leg leg) throws SQLException {
        try (Workbench workbench = Workbench.open(databases, options, migrations)) {
            Ascent ascent = new Ascent(workbench, course.copies(), filling);
            int index = course.legs().indexOf(leg);
            if (index > 0) {
                ascent.climb(course.legs().subList(0, index));
            }
            judge(leg, workbench);
        }
    }

    private void judge(Leg leg, Workbench workbench) throws SQLException {
        Map<Table, TableRows> before = read(workbench, leg.rowsBefore.keySet());
        RowsBehind first = new RowsBehind(leg);
        workbench.migrations().up(List.of(leg.migration()), first);
        fill(leg, workbench);
        try {
            workbench.migrations().descent().undo(List.of(leg.migration()), (migration, connection) -> {});
        } catch (MigrationException e) {
            leg.find(Verdict.UNDO_FAILED, String.valueOf(e.getMessage()));
            return;
        }
        List<DataLoss> losses = new ArrayList<>();
        read(workbench, before.keySet()).forEach((table, rows) -> {
            TableRows.Comparison comparison = before.get(table).compare(table, rows);
            losses.addAll(comparison.losses());
            noteExtra(leg, table, comparison.extra());
        });
        if (!losses.isEmpty()) {
            leg.lose(losses);
        }
        redo(leg, workbench, first);
    }

    /** Whoever put a row in again finds it there: that it stays is not a loss, but somebody should know. */
    private static void noteExtra(Leg leg, Table table, long extra) {
        if (extra > 0) {
            leg.note("After the undo " + table + " holds " + extra + (extra == 1 ? " row that was" : " rows that were")
                    + " not there before the migration.");
        }
    }

    private void redo(Leg leg, Workbench workbench, RowsBehind first) throws SQLException {
        RowsBehind second = new RowsBehind(leg);
        try {
            workbench.migrations().up(List.of(leg.migration()), second);
        } catch (MigrationException e) {
            leg.find(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
            return;
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
    }

    private void fill(Leg leg, Workbench workbench) throws SQLException {
        try (Connection connection = workbench.connect()) {
            filling.fill(connection, leg.before, leg.after, leg.undoReadsNewValues());
        }
    }

    private static Map<Table, TableRows> read(Workbench workbench, Iterable<Table> tables) throws SQLException {
        RowReader reader = new RowReader();
        Map<Table, TableRows> rows = new LinkedHashMap<>();
        try (Connection connection = workbench.connect()) {
            for (Table table : tables) {
                rows.put(table, reader.read(connection, table));
            }
        }
        return rows;
    }

    /** Reads what a migration leaves in the tables that it touches. */
    private static final class RowsBehind implements StepObserver {

        private final Leg leg;
        private final Map<Table, TableRows> rows = new LinkedHashMap<>();

        RowsBehind(Leg leg) {
            this.leg = leg;
        }

        @Override
        public void after(Migration migration, Connection connection) throws SQLException {
            RowReader reader = new RowReader();
            for (Table table : leg.touchedDown.tables(leg.after, new Cascades())) {
                rows.put(table, reader.read(connection, table));
            }
        }
    }
}
