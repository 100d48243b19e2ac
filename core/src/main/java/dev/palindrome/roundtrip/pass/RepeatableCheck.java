package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.RowRefusal;
import dev.palindrome.tsql.ExecutedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repeatable migrations have no undo: running them twice must change nothing. Rows that one refuses are left out and noted;
 * where one fails, the next finds a database without it.
 */
public final class RepeatableCheck {

    private final ScratchDatabases databases;
    private final PassDatabase shared;
    private final MigrationSequence sequence;
    private final FirstUpResult up;
    private final List<Migration> gone = new ArrayList<>();
    private RowSelection selection;

    public RepeatableCheck(
            ScratchDatabases databases, PassDatabase shared, MigrationSequence sequence, FirstUpResult up) {
        this.databases = databases;
        this.shared = shared;
        this.sequence = sequence;
        this.up = up;
        this.selection = up.rows().at(Integer.MAX_VALUE);
    }

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
        return shared.current().migrations().pending().stream()
                .filter(Migration::isRepeatable)
                .toList();
    }

    private PassResult check(Migration migration) throws SQLException {
        PassResult result = PassResult.of(migration);
        long started = System.nanoTime();
        try {
            goUp(shared.current(), List.of(migration));
        } catch (MigrationException e) {
            Optional<PassResult> fewer = withFewerRows(migration, e, scratch -> {}, "");
            startOver();
            if (fewer.isEmpty()) {
                return result.finding(Verdict.MIGRATION_FAILED, e);
            }
            goUp(shared.current(), List.of(migration));
            return checkAgain(fewer.get());
        }
        return checkAgain(result.taking(Pass.UP, Duration.ofNanos(System.nanoTime() - started)));
    }

    private static void goUp(ScratchDatabase scratch, List<Migration> migrations) {
        scratch.migrations().up(migrations, (migration, connection) -> {});
    }

    private void goUpToHere(ScratchDatabase scratch) {
        goUp(scratch, sequence.above());
        goUp(scratch, gone);
    }

    /** What has failed may have left something behind. */
    private void startOver() throws SQLException {
        shared.replace(up.first(up.reached()), new GeneratedRows(up.rows().randomSeed(), selection));
        goUpToHere(shared.current());
    }

    /**
     * Looks for rows that it takes, and goes on with these.
     *
     * @param behind what is tried when it has run
     * @param when said in front of what was left out
     * @return a note of what was left out; empty where the migration fails all the same
     */
    private Optional<PassResult> withFewerRows(
            Migration migration, MigrationException e, RowSearch.Try behind, String when) throws SQLException {
        Optional<RowRefusal> refusal = RowRefusal.of(e);
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        List<Table> tables = tables(migration);
        try (RowSearch search =
                new RowSearch(databases, up.first(up.reached()), up.rows().randomSeed(), selection, scratch -> {
                    goUpToHere(scratch);
                    goUp(scratch, List.of(migration));
                    behind.run(scratch);
                })) {
            if (search.searchLeavingSome(tables, refusal.get().suspects()).isEmpty()) {
                return Optional.empty();
            }
            RowSelection taken = search.last().selection();
            PassResult noted = PassResult.of(migration);
            for (Table table : tables) {
                List<RowKind> leftOut = RowSearch.leftOut(table, selection, taken);
                noted = leftOut.isEmpty()
                        ? noted
                        : noted.noting(when
                                + LeftOutRows.note(
                                        table, selection.kinds(table).size(), leftOut, refusal.get(), "runs", ""));
            }
            selection = taken;
            return Optional.of(noted);
        }
    }

    /** Those that it mentions. */
    private List<Table> tables(Migration migration) throws SQLException {
        SchemaSnapshot schema = look();
        return shared.current().migrations().repeatables().stream()
                .filter(repeatable -> repeatable.migration().equals(migration))
                .findFirst()
                .map(repeatable -> TouchedTables.by(repeatable.text().map(ExecutedSql::of))
                        .tables(schema, new ForeignKeyCascades()))
                .orElse(schema.tables());
    }

    /** When it has gone up. */
    private PassResult checkAgain(PassResult once) throws SQLException {
        SchemaSnapshot behind = look();
        Map<Table, RowHashes> rows = rows(behind);
        Migration migration = once.migration();
        long started = System.nanoTime();
        PassResult twice = once;
        try {
            shared.current().migrations().again(migration);
        } catch (MigrationException e) {
            Optional<PassResult> fewer = withFewerRows(
                    migration, e, scratch -> scratch.migrations().again(migration), "On its second run: ");
            if (fewer.isPresent()) {
                startOver();
                goUp(shared.current(), List.of(migration));
                return checkAgain(once.and(fewer.get()));
            }
            twice = once.finding(Verdict.REDO_FAILED, e);
        }
        twice = twice.taking(Pass.UP_AGAIN, Duration.ofNanos(System.nanoTime() - started));
        SchemaDiff diff = behind.diff(look());
        PassResult found =
                diff.isEmpty() ? compare(twice, rows, rows(behind)) : twice.finding(Verdict.REDO_DIFFERS, diff);
        if (twice.isFaulty()) {
            startOver();
        } else {
            gone.add(migration);
        }
        return found;
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
        try (Connection connection = shared.current().connect()) {
            return new RowHashReader().byTable(connection, schema.tables());
        }
    }

    private SchemaSnapshot look() throws SQLException {
        try (Connection connection = shared.current().connect()) {
            return shared.current().look(connection);
        }
    }
}
