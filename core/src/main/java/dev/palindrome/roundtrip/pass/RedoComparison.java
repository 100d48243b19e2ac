package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.roundtrip.verdict.PassResults;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Holds where the second way up leads in one database against where the first one led. */
final class RedoComparison implements MigrationObserver {

    private final ScratchDatabase scratch;
    private final Map<Migration, MigrationEffect> effects;
    private final RowFilling filling;
    private final PassResults down;
    private final Consumer<PassResult> results;
    private Map<Table, RowHashes> rowsBefore = Map.of();
    private long started;
    private int done;

    /**
     * @param down what the way down has found
     * @param results is told what is found out, as soon as it is
     */
    RedoComparison(
            ScratchDatabase scratch,
            Map<Migration, MigrationEffect> effects,
            RowFilling filling,
            PassResults down,
            Consumer<PassResult> results) {
        this.scratch = scratch;
        this.effects = effects;
        this.filling = filling;
        this.down = down;
        this.results = results;
    }

    /** How many migrations have gone up and been compared. */
    int done() {
        return done;
    }

    @Override
    public void before(Migration migration, Connection connection) throws SQLException {
        rowsBefore = needsDraft(migration) ? read(connection, effect(migration)) : Map.of();
        started = System.nanoTime();
    }

    /** Of a migration without undo, the way down has tried one already, unless others were in its way. */
    private boolean needsDraft(Migration migration) {
        return down.of(migration).needsDraft();
    }

    private static Map<Table, RowHashes> read(Connection connection, MigrationEffect effect) throws SQLException {
        return new RowHashReader().byTable(connection, effect.rowsBefore().keySet());
    }

    private MigrationEffect effect(Migration migration) {
        return Objects.requireNonNull(effects.get(migration));
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        PassResult result = PassResult.of(migration);
        results.accept(result.taking(Pass.UP_AGAIN, Duration.ofNanos(System.nanoTime() - started)));
        MigrationEffect effect = effect(migration);
        SchemaDiff diff = scratch.foreign()
                .without(effect.after()
                        .diff(scratch.lookAgain(connection, effect.migration().touchedUp())));
        if (!diff.isEmpty() && !diff.isOnlyColumnOrder()) {
            if (!down.of(migration).has(Verdict.UNDO_MISSING)) {
                results.accept(result.finding(Verdict.REDO_DIFFERS, diff));
            }
            goOnFrom(effect, connection);
        }
        if (needsDraft(migration)) {
            results.accept(result.drafting(
                    UndoDrafting.tryOut(scratch, connection, effect, rowsBefore).draft()));
            goOnFrom(effect, connection);
        }
        scratch.loseLetters(connection, effect);
        scratch.fill(filling, connection, effect);
        done++;
        scratch.progress().step(Pass.UP_AGAIN);
    }

    /** Makes the schema what it was behind the migration. */
    private void goOnFrom(MigrationEffect effect, Connection connection) throws SQLException {
        try {
            scratch.run(
                    connection,
                    "going on after " + effect.migration().migration().script(),
                    toWhatWasBehind(effect, scratch.look(connection)));
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException(e);
        }
        SchemaDiff left = scratch.foreign().without(effect.after().diff(scratch.look(connection)));
        if (!left.isEmpty() && !left.isOnlyColumnOrder()) {
            throw new UnusableDatabaseException(left);
        }
    }

    private String toWhatWasBehind(MigrationEffect effect, SchemaSnapshot actual) {
        return UndoDrafting.sql(actual, scratch.foreign().keptIn(effect.after(), actual));
    }
}
