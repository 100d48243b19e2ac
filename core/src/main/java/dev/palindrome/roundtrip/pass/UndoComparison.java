package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds what each undo leaves in one database against what was there before its migration, and puts right what is not as it
 * was, so that the next undo finds what it was written for.
 */
final class UndoComparison implements MigrationObserver {

    private final ScratchDatabase scratch;
    private final Map<Migration, MigrationEffect> effects;
    private final Consumer<PassResult> results;
    private final RowHashReader reader = new RowHashReader();
    private final ForeignKeyCascades cascades = new ForeignKeyCascades();
    private final ForeignChanges foreign;

    /** Tables whose columns have come back in another order higher up: that is not the fault of who comes next. */
    private Set<List<String>> reordered = new HashSet<>();

    /** Tables whose rows were damaged higher up, or by putting the schema right. */
    private final Set<List<String>> damaged = new HashSet<>();

    /** Sequences and identities that have begun again higher up. */
    private final Set<String> begunAgain = new HashSet<>();

    private long started;
    private int done;

    /** @param results is told what is found out, as soon as it is */
    UndoComparison(ScratchDatabase scratch, Map<Migration, MigrationEffect> effects, Consumer<PassResult> results) {
        this.scratch = scratch;
        this.foreign = scratch.foreign();
        this.effects = effects;
        this.results = results;
    }

    /** How many undos have been compared since {@link #begin}. */
    int done() {
        return done;
    }

    void begin() {
        done = 0;
    }

    @Override
    public void before(Migration migration, Connection connection) throws SQLException {
        if (!scratch.takeBack(migration, connection)) {
            damage(Objects.requireNonNull(effects.get(migration)));
            results.accept(PassResult.of(migration).doubting());
        }
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        results.accept(PassResult.of(migration).taking(Pass.DOWN, Duration.ofNanos(System.nanoTime() - started)));
        MigrationEffect effect = Objects.requireNonNull(effects.get(migration));
        compare(
                effect,
                connection,
                scratch.lookAgain(connection, effect.migration().touchedDown()));
        done++;
        scratch.progress().step(Pass.DOWN);
    }

    private void compare(MigrationEffect effect, Connection connection, SchemaSnapshot actual) throws SQLException {
        PassResult result = PassResult.of(effect.migration().migration());
        SchemaDiff diff = foreign.without(effect.before().diff(actual));
        if (diff.isEmpty() || diff.isOnlyColumnOrder()) {
            results.accept(compareRows(effect, connection, compareColumnOrder(effect, diff, result)));
        } else {
            results.accept(result.finding(Verdict.NOT_RESTORED, diff.withoutColumnOrderOf(reordered)));
            damage(effect);
            putRight(effect, connection, actual);
        }
    }

    private PassResult compareColumnOrder(MigrationEffect effect, SchemaDiff diff, PassResult result) {
        Set<List<String>> now = names(diff);
        boolean isNew = !reordered.containsAll(now);
        PassResult found = isNew ? result.finding(Verdict.COLUMN_ORDER, diff.withoutColumnOrderOf(reordered)) : result;
        reordered.retainAll(now);
        boolean stands = !reordered.isEmpty() && touches(effect, reordered);
        reordered = now;
        return stands ? found.doubting() : found;
    }

    private static Set<List<String>> names(SchemaDiff diff) {
        return diff.differences().stream()
                .map(difference -> difference.object().name())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean touches(MigrationEffect effect, Set<List<String>> names) {
        return effect.migration().touchedDown().tables(effect.before(), cascades).stream()
                .anyMatch(table -> names.contains(table.object().name()));
    }

    private PassResult compareRows(MigrationEffect effect, Connection connection, PassResult result)
            throws SQLException {
        PassResult found = result;
        List<DataLoss> losses = new ArrayList<>();
        // What the undo has made of rows that were damaged higher up, in whatever table, says nothing.
        boolean doubtful = isDamaged(effect);
        Map<Table, RowHashes> sound = undamagedRows(effect);
        if (sound.size() < effect.rowsBefore().size()) {
            // Rows that look right may be so by chance: two faults may have made up for each other.
            found = found.doubting();
        }
        for (Map.Entry<Table, RowHashes> now : reader.again(connection, sound).entrySet()) {
            Table table = now.getKey();
            RowHashes.Comparison comparison =
                    foreign.compare(table, effect, Objects.requireNonNull(sound.get(table)), now.getValue());
            if (comparison.isSame()) {
                continue;
            }
            if (doubtful || comparison.extra() > 0 && !scratch.hasOwnRows()) {
                found = found.doubting();
            }
            if (!doubtful) {
                losses.addAll(comparison.losses());
            }
            damaged.add(table.object().name());
        }
        for (DataLoss loss : effect.positionsBefore().lost(connection, effect.before())) {
            if (begunAgain.add(loss.table() + '.' + loss.column()) && !isDamaged(loss)) {
                losses.add(loss);
            } else {
                found = found.doubting();
            }
        }
        return found.losing(losses);
    }

    /**
     * Makes the schema what it was before a migration.
     *
     * @throws UnusableDatabaseException if that does not succeed
     */
    void putRight(MigrationEffect effect, Connection connection, SchemaSnapshot actual) throws SQLException {
        damage(foreign.without(effect.before().diff(actual)));
        String undo = effect.migration().source().undo().orElse("no undo");
        try {
            scratch.run(
                    connection,
                    "putting right after " + undo,
                    UndoDrafting.sql(actual, foreign.keptIn(effect.before(), actual)));
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException(e);
        }
        SchemaDiff left = foreign.without(effect.before().diff(scratch.look(connection)));
        if (!left.isEmpty() && !left.isOnlyColumnOrder()) {
            throw new UnusableDatabaseException(left);
        }
        reordered = names(left);
    }

    /**
     * Whether a draft would be judged by something else than what it does: by what others have left, or by the values that a
     * column has got because it looked new under its other name.
     */
    boolean isDisturbed(MigrationEffect effect) {
        return isDamaged(effect)
                || touches(effect, reordered)
                || effect.migration().renames();
    }

    /** The rows from before a migration that can be asked for. */
    Map<Table, RowHashes> undamagedRows(MigrationEffect effect) {
        Map<Table, RowHashes> rows = new LinkedHashMap<>(effect.rowsBefore());
        rows.keySet().removeIf(table -> damaged.contains(table.object().name()));
        return rows;
    }

    /** What a draft has left on the way down. */
    void damage(TriedDraft tried) {
        tried.changed().forEach(table -> damaged.add(table.object().name()));
        reordered = names(tried.left());
    }

    /** Whether an undo works on rows that something else has damaged: its failure need not be its fault. */
    boolean isDamaged(MigrationEffect effect) {
        return effect.migration().touchedDown().tables(effect.after(), cascades).stream()
                .anyMatch(table -> damaged.contains(table.object().name()));
    }

    /** Whatever a migration or its undo may have touched. */
    void damage(MigrationEffect effect) {
        MigrationUnderTest migration = effect.migration();
        for (SchemaSnapshot schema : List.of(effect.before(), effect.after())) {
            migration
                    .touchedDown()
                    .tables(schema, cascades)
                    .forEach(table -> damaged.add(table.object().name()));
        }
    }

    private boolean isDamaged(DataLoss loss) {
        return damaged.stream().anyMatch(name -> BracketedName.readable(name).equals(loss.table()));
    }

    /** From here on, what differs in these objects' rows says nothing about the undos below. */
    private void damage(SchemaDiff difference) {
        difference.differences().forEach(single -> damaged.add(single.object().name()));
    }
}
