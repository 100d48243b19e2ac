package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Repeatable migrations have no undo: running them twice must change nothing. */
public record RepeatableCheck(ScratchDatabase scratch) {

    /** In a database in which all versioned migrations have gone up. */
    public List<PassResult> run() throws SQLException {
        List<PassResult> results = new ArrayList<>();
        for (Migration migration : pending()) {
            results.add(check(migration));
        }
        return results;
    }

    /** What there is to check. */
    public List<Migration> pending() {
        return scratch.migrations().pending().stream()
                .filter(Migration::isRepeatable)
                .toList();
    }

    private PassResult check(Migration migration) throws SQLException {
        PassResult result = PassResult.of(migration);
        long started = System.nanoTime();
        try {
            scratch.migrations().up(List.of(migration), (up, connection) -> {});
        } catch (MigrationException e) {
            return result.finding(Verdict.MIGRATION_FAILED, String.valueOf(e.getMessage()));
        }
        result = result.taking(Pass.UP, Duration.ofNanos(System.nanoTime() - started));
        SchemaSnapshot once = look();
        Map<Table, RowHashes> rows = rows(once);
        result = again(result);
        SchemaDiff diff = once.diff(look());
        return diff.isEmpty() ? compare(result, rows, rows(once)) : result.finding(Verdict.REDO_DIFFERS, diff);
    }

    private PassResult again(PassResult result) {
        long started = System.nanoTime();
        try {
            scratch.migrations().again(result.migration());
            return result.taking(Pass.UP_AGAIN, Duration.ofNanos(System.nanoTime() - started));
        } catch (MigrationException e) {
            return result.taking(Pass.UP_AGAIN, Duration.ofNanos(System.nanoTime() - started))
                    .finding(Verdict.REDO_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static PassResult compare(PassResult result, Map<Table, RowHashes> once, Map<Table, RowHashes> twice) {
        PassResult found = result;
        for (Map.Entry<Table, RowHashes> entry : once.entrySet()) {
            Table table = entry.getKey();
            if (!entry.getValue()
                    .compare(table, Objects.requireNonNull(twice.get(table)))
                    .isSame()) {
                found = found.finding(Verdict.REDO_DIFFERS, "Its second run changes the rows of " + table + ".");
            }
        }
        return found;
    }

    private Map<Table, RowHashes> rows(SchemaSnapshot schema) throws SQLException {
        try (Connection connection = scratch.connect()) {
            return new RowHashReader().byTable(connection, schema.tables());
        }
    }

    private SchemaSnapshot look() throws SQLException {
        try (Connection connection = scratch.connect()) {
            return scratch.look(connection);
        }
    }
}
