package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.Positions;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends migrations up in a database that has not seen them: records for each what was there before it and behind it, and
 * fills what is new.
 */
final class EffectRecorder implements MigrationObserver {

    private final ScratchDatabase scratch;
    private final RowFilling filling;
    private final Map<Migration, MigrationUnderTest> migrations = new HashMap<>();
    private final List<MigrationEffect> effects = new ArrayList<>();
    private final List<PassResult> results = new ArrayList<>();
    private final RowHashReader reader = new RowHashReader();
    private final ForeignKeyCascades cascades = new ForeignKeyCascades();
    private final Map<List<String>, RowHashes> rows = new HashMap<>();
    private final GeneratedKeys generated = new GeneratedKeys();
    private final UnfilledHistories histories = new UnfilledHistories();
    private final CallbackWatch callbacks;

    private SchemaSnapshot schema = SchemaSnapshot.empty();
    private Positions positions = Positions.NONE;
    private boolean begun;
    private boolean callbacksMayHaveRun;
    private long started;

    EffectRecorder(ScratchDatabase scratch, RowFilling filling) {
        this.scratch = scratch;
        this.filling = filling;
        this.callbacks = new CallbackWatch(scratch);
    }

    /** @throws dev.palindrome.migration.MigrationException if one fails; those before it have been recorded */
    void goUp(List<MigrationUnderTest> chosen) {
        chosen.forEach(migration -> migrations.put(migration.migration(), migration));
        callbacksMayHaveRun = callbacks.isNeeded();
        List<Migration> wanted = new ArrayList<>(
                chosen.stream().map(MigrationUnderTest::migration).toList());
        if (wanted.removeIf(this::isBeginning)) {
            begin(chosen.get(0).migration());
        }
        scratch.migrations().up(wanted, this);
        if (begun && callbacks.isNeeded()) {
            try (Connection connection = scratch.connect()) {
                seeWhatCallbacksDid(connection);
            } catch (SQLException e) {
                throw new PalindromeException("Looking at what callbacks did failed: " + e.getMessage(), e);
            }
        }
    }

    private boolean isBeginning(Migration migration) {
        return scratch.beginning().filter(there -> there.is(migration)).isPresent();
    }

    /** What was there before any migration has come from nothing. */
    private void begin(Migration beginning) {
        try (Connection connection = scratch.connect()) {
            scratch.look(connection);
            begun = true;
            started = System.nanoTime();
            after(beginning, connection);
        } catch (SQLException e) {
            throw new PalindromeException("Looking at what the database begins with failed: " + e.getMessage(), e);
        }
    }

    /** Of the migrations that have gone up, in their order. */
    List<MigrationEffect> effects() {
        return List.copyOf(effects);
    }

    List<PassResult> results() {
        return List.copyOf(results);
    }

    @Override
    public void before(Migration migration, Connection connection) throws SQLException {
        if (!begun) {
            schema = scratch.look(connection);
            begun = true;
        } else if (callbacksMayHaveRun) {
            seeWhatCallbacksDid(connection);
        }
        MigrationUnderTest next = Objects.requireNonNull(migrations.get(migration));
        positions = next.mayCountAnew() ? Positions.read(connection, schema, next::mayRestart) : Positions.NONE;
        callbacksMayHaveRun = callbacks.isNeededForEach();
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        scratch.foreign().noteRenames(Objects.requireNonNull(migrations.get(migration)));
        MigrationEffect effect = look(Objects.requireNonNull(migrations.get(migration)), connection);
        scratch.loseLetters(connection, effect);
        PassResult result = PassResult.of(migration).taking(Pass.UP, took);
        for (String note : histories.notes(effect, this::holdsRows)) {
            result = result.noting(note);
        }
        Map<Table, RowHashes> others = rowsOfNewTables(connection, effect);
        for (String note : filling.fill(connection, effect)) {
            result = result.noting(note);
        }
        if (scratch.asksForOwnRows()) {
            readRows(connection, effect, others);
            if (scratch.putOwnRowsIn(migration, connection, schema)) {
                others.putAll(seeOwnRows(connection, others.keySet()));
            }
        }
        // Behind the user's own rows: these are there when the undo runs.
        scratch.fillForOthers(filling, connection, effect);
        readRows(connection, effect, others);
        effects.add(effect);
        scratch.progress().reach(Pass.UP, effects.size());
        results.add(result);
    }

    private boolean holdsRows(Table table) {
        RowHashes there = rows.get(table.object().name());
        return there != null && !there.rows().isEmpty();
    }

    private void seeWhatCallbacksDid(Connection connection) throws SQLException {
        schema = callbacks.see(connection, schema, rows);
    }

    private MigrationEffect look(MigrationUnderTest migration, Connection connection) throws SQLException {
        SchemaSnapshot before = schema;
        schema = scratch.lookAgain(connection, migration.touchedUp());
        MigrationUnderTest reaching = migration.reachingIn(before, schema);
        return new MigrationEffect(reaching, before, schema, rowsBefore(reaching, before), positions);
    }

    private Map<Table, RowHashes> rowsBefore(MigrationUnderTest migration, SchemaSnapshot before) {
        Map<Table, RowHashes> found = new LinkedHashMap<>();
        for (Table table : migration.touchedDown().tables(before, cascades)) {
            RowHashes there = rows.get(table.object().name());
            if (there != null) {
                found.put(table, there);
            }
        }
        return found;
    }

    /**
     * Of what was touched anew, and of whatever is not known yet.
     *
     * @param others in the tables that have come: rows that Palindrome has not generated
     */
    private void readRows(Connection connection, MigrationEffect effect, Map<Table, RowHashes> others)
            throws SQLException {
        MigrationUnderTest migration = effect.migration();
        Set<Table> touched = new HashSet<>(migration.touchedUp().tables(effect.after(), cascades));
        List<Table> wanted = effect.after().tables().stream()
                .filter(table -> touched.contains(table)
                        || !rows.containsKey(table.object().name()))
                .toList();
        forget(migration, effect.before());
        reader.byTable(connection, wanted, table -> shown(table, others.get(table)))
                .forEach((table, read) -> {
                    RowHashes beside = others.get(table);
                    if (beside != null) {
                        generated.add(table, read, beside);
                    } else if (touched.contains(table)) {
                        generated.keep(
                                migration, table, before(effect, table.object().name()), read);
                    }
                    rows.put(table.object().name(), read.showingOnly(generated.of(table)));
                });
    }

    private Predicate<List<Long>> shown(Table table, @Nullable RowHashes others) {
        Set<List<Long>> known = generated.of(table);
        if (others == null) {
            return known::contains;
        }
        Set<List<Long>> beside = others.keys();
        return key -> known.contains(key) || !beside.contains(key);
    }

    private static Optional<RowHashes> before(MigrationEffect effect, List<String> name) {
        return effect.rowsBefore().entrySet().stream()
                .filter(entry -> entry.getKey().object().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Which rows are still Palindrome's own after the user has put in others.
     *
     * @return the rows of the tables that have come
     */
    private Map<Table, RowHashes> seeOwnRows(Connection connection, Set<Table> come) throws SQLException {
        Map<Table, RowHashes> now = reader.byTable(connection, schema.tables(), table -> generated.of(table)::contains);
        now.forEach((table, read) -> {
            RowHashes before = rows.get(table.object().name());
            if (before != null) {
                generated.keepSame(table, before, read);
            }
            rows.put(table.object().name(), read.showingOnly(generated.of(table)));
        });
        now.keySet().retainAll(come);
        return now;
    }

    /** In the tables that have come: what is there before any row is generated. */
    private Map<Table, RowHashes> rowsOfNewTables(Connection connection, MigrationEffect effect) throws SQLException {
        Map<Table, RowHashes> found = new LinkedHashMap<>();
        if (effect.before() == effect.after()) {
            return found;
        }
        Set<List<String>> known = new HashSet<>();
        effect.before().tables().forEach(table -> known.add(table.object().name()));
        List<Table> come = effect.after().tables().stream()
                .filter(table -> !known.contains(table.object().name()))
                .toList();
        if (!effect.migration().mayBringRows()) {
            come.forEach(table -> found.put(table, RowHashes.NONE));
            return found;
        }
        reader.byTable(connection, come).forEach((table, read) -> {
            generated
                    .rename(effect.migration(), table)
                    .ifPresent(old -> generated.keep(effect.migration(), table, before(effect, old), read));
            found.put(table, read);
        });
        return found;
    }

    private void forget(MigrationUnderTest migration, SchemaSnapshot there) {
        migration
                .touchedUp()
                .tables(there, cascades)
                .forEach(table -> rows.remove(table.object().name()));
    }
}
