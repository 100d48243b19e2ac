package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.verdict.Finding;
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
public record RepeatableCheck(ScratchDatabase workbench) {

    private static final String WAY_BACK = "its second run";

    public List<Finding> judge() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Migration migration : pending()) {
            findings.add(judge(migration).finding(RoundTripSettings.DEFAULT));
        }
        return findings;
    }

    public List<Finding> notReached(Migration failed) {
        return pending().stream()
                .map(this::leg)
                .map(leg -> {
                    leg.notReached(failed);
                    return leg.finding(RoundTripSettings.DEFAULT);
                })
                .toList();
    }

    public List<Finding> excluded(String why) {
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

    private MigrationUnderTest leg(Migration migration) {
        return new MigrationUnderTest(
                new VersionedMigration(
                        migration,
                        Optional.empty(),
                        Optional.of(WAY_BACK),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                workbench.ground());
    }

    private MigrationUnderTest judge(Migration migration) throws SQLException {
        MigrationUnderTest leg = leg(migration);
        long started = System.nanoTime();
        try {
            workbench.migrations().up(List.of(migration), (up, connection) -> {});
        } catch (MigrationException e) {
            leg.find(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage()));
            return leg;
        }
        leg.up = Duration.ofNanos(System.nanoTime() - started);
        SchemaSnapshot once = look();
        Map<Table, RowHashes> rows = rows(once);
        again(leg, migration);
        SchemaDiff diff = once.diff(look());
        if (!diff.isEmpty()) {
            leg.find(Verdict.REDO_DIFFERS, diff);
        } else {
            compare(leg, rows, rows(once));
        }
        return leg;
    }

    private static void compare(MigrationUnderTest leg, Map<Table, RowHashes> once, Map<Table, RowHashes> twice) {
        once.forEach((table, rows) -> {
            if (!rows.compare(table, twice.get(table)).isSame()) {
                leg.find(Verdict.REDO_DIFFERS, "Its second run changes the rows of " + table + ".");
            }
        });
    }

    private Map<Table, RowHashes> rows(SchemaSnapshot schema) throws SQLException {
        RowHashReader reader = new RowHashReader();
        Map<Table, RowHashes> rows = new LinkedHashMap<>();
        try (Connection connection = workbench.connect()) {
            for (Table table : schema.tables()) {
                rows.put(table, reader.read(connection, table));
            }
        }
        return rows;
    }

    private void again(MigrationUnderTest leg, Migration migration) {
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
