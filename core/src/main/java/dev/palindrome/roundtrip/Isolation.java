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
        workbench.migrations().descent().undo(List.of(leg.migration()), (migration, connection) -> {});
        List<DataLoss> losses = new ArrayList<>();
        read(workbench, before.keySet())
                .forEach((table, rows) ->
                        losses.addAll(before.get(table).compare(table, rows).losses()));
        if (!losses.isEmpty()) {
            leg.lose(losses);
        }
        redo(leg, workbench, first);
    }

    private void redo(Leg leg, Workbench workbench, RowsBehind first) throws SQLException {
        RowsBehind second = new RowsBehind(leg);
        try {
            workbench.migrations().up(List.of(leg.migration()), second);
        } catch (MigrationException e) {
            leg.find(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
            return;
        }
        for (Map.Entry<Table, TableRows> entry : first.rows.entrySet()) {
            TableRows again = second.rows.get(entry.getKey());
            TableRows.Comparison comparison = entry.getValue().compare(entry.getKey(), again);
            if (!comparison.isSame()) {
                leg.find(
                        Verdict.REDO_DIFFERS,
                        "The rows of " + entry.getKey()
                                + " are not the same after the second way up"
                                + (comparison.extra() > 0 ? ": " + comparison.extra() + " too many" : "") + ".");
            }
        }
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
            for (Table table : leg.touchedDown.tables(leg.after)) {
                rows.put(table, reader.read(connection, table));
            }
        }
    }
}
