package dev.palindrome.roundtrip;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repeatable migrations have no undo: running them twice must change nothing. */
record Repeatables(Workbench workbench) {

    private static final String WAY_BACK = "its second run";

    List<Finding> judge() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Migration migration : pending()) {
            findings.add(judge(migration).finding(RoundTripSettings.DEFAULT));
        }
        return findings;
    }

    List<Finding> notReached(Migration failed) {
        return pending().stream()
                .map(this::leg)
                .map(leg -> {
                    leg.notReached(failed);
                    return leg.finding(RoundTripSettings.DEFAULT);
                })
                .toList();
    }

    List<Finding> excluded(String why) {
        return pending().stream()
                .map(migration ->
                        leg(migration).finding(RoundTripSettings.DEFAULT).excluded(why))
                .toList();
    }

    private List<Migration> pending() {
        return workbench.migrations().pending().stream()
                .filter(Migration::isRepeatable)
                .toList();
    }

    private Leg leg(Migration migration) {
        return new Leg(
                new VersionedMigration(
                        migration,
                        Optional.empty(),
                        Optional.of(WAY_BACK),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                workbench.ground());
    }

    private Leg judge(Migration migration) throws SQLException {
        Leg leg = leg(migration);
        long started = System.nanoTime();
        try {
            workbench.migrations().up(List.of(migration), (up, connection) -> {});
        } catch (MigrationException e) {
            leg.find(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage()));
            return leg;
        }
        leg.up = Duration.ofNanos(System.nanoTime() - started);
        SchemaSnapshot once = look();
        Map<Table, TableRows> rows = rows(once);
        again(leg, migration);
        SchemaDiff diff = once.diff(look());
        if (!diff.isEmpty()) {
            leg.find(Verdict.REDO_DIFFERS, diff);
        } else {
            compare(leg, rows, rows(once));
        }
        return leg;
    }

    private static void compare(Leg leg, Map<Table, TableRows> once, Map<Table, TableRows> twice) {
        once.forEach((table, rows) -> {
            if (!rows.compare(table, twice.get(table)).isSame()) {
                leg.find(Verdict.REDO_DIFFERS, "Its second run changes the rows of " + table + ".");
            }
        });
    }

    private Map<Table, TableRows> rows(SchemaSnapshot schema) throws SQLException {
        RowReader reader = new RowReader();
        Map<Table, TableRows> rows = new LinkedHashMap<>();
        try (Connection connection = workbench.connect()) {
            for (Table table : schema.tables()) {
                rows.put(table, reader.read(connection, table));
            }
        }
        return rows;
    }

    private void again(Leg leg, Migration migration) {
        long started = System.nanoTime();
        try {
            workbench.migrations().again(migration);
        } catch (MigrationException e) {
            leg.find(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
        }
        leg.redo = Duration.ofNanos(System.nanoTime() - started);
    }

    private SchemaSnapshot look() throws SQLException {
        try (Connection connection = workbench.connect()) {
            return workbench.look(connection);
        }
    }
}
