package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.Positions;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.CallbackReach;
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
import java.util.Set;

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
    private final CallbackReach callbacks;

    /** The keys of generated rows, by table. */
    private final Map<List<String>, Set<List<Long>>> generated = new HashMap<>();

    private SchemaSnapshot schema = SchemaSnapshot.empty();
    private Positions positions = Positions.NONE;
    private boolean begun;
    private boolean callbacksMayHaveRun;
    private long started;

    EffectRecorder(ScratchDatabase scratch, RowFilling filling) {
        this.scratch = scratch;
        this.filling = filling;
        this.callbacks = CallbackReach.of(scratch.migrations().callbacks());
        scratch.foreign().noteInsertsInto(callbacks.insertedInto());
    }

    /** @throws dev.palindrome.migration.MigrationException if one fails; those before it have been recorded */
    void goUp(List<MigrationUnderTest> chosen) {
        chosen.forEach(migration -> migrations.put(migration.migration(), migration));
        callbacksMayHaveRun = !callbacks.isNothing();
        scratch.migrations()
                .up(chosen.stream().map(MigrationUnderTest::migration).toList(), this);
        if (begun && !callbacks.isNothing()) {
            try (Connection connection = scratch.connect()) {
                seeWhatCallbacksDid(connection);
            } catch (SQLException e) {
                throw new PalindromeException("Looking at what callbacks did failed: " + e.getMessage(), e);
            }
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
        positions = next.mayRestart() ? Positions.read(connection, schema, next::mayRestart) : Positions.NONE;
        callbacksMayHaveRun = callbacks.isForEach();
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        MigrationEffect effect = look(Objects.requireNonNull(migrations.get(migration)), connection);
        scratch.loseLetters(connection, effect);
        PassResult result = PassResult.of(migration).taking(Pass.UP, took);
        Map<Table, RowHashes> ofMigration = rowsOfItsOwn(connection, effect);
        for (String note : scratch.fill(filling, connection, effect)) {
            result = result.noting(note);
        }
        noteGenerated(connection, effect, ofMigration);
        if (scratch.putOwnRowsIn(migration, connection)) {
            rows.clear();
        }
        readRows(connection, effect);
        effects.add(effect);
        scratch.progress().reach(Pass.UP, effects.size());
        results.add(result);
    }

    private void seeWhatCallbacksDid(Connection connection) throws SQLException {
        SchemaSnapshot before = schema;
        schema = scratch.lookAgain(connection, callbacks.touched());
        scratch.foreign().add(before.diff(schema));
        for (Table table : callbacks.touched().tables(schema, cascades)) {
            List<String> name = table.object().name();
            RowHashes now = read(connection, table);
            RowHashes known = rows.put(name, now);
            if (known != null) {
                scratch.foreign().add(table, known, now);
            }
        }
    }

    private MigrationEffect look(MigrationUnderTest migration, Connection connection) throws SQLException {
        SchemaSnapshot before = schema;
        schema = scratch.lookAgain(connection, migration.touchedUp());
        return new MigrationEffect(migration, before, schema, rowsBefore(migration, before), positions);
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

    /** Of what was touched anew, and of whatever is not known yet. */
    private void readRows(Connection connection, MigrationEffect effect) throws SQLException {
        List<Table> unknown = effect.after().tables().stream()
                .filter(table -> !rows.containsKey(table.object().name()))
                .toList();
        reader.byTable(connection, unknown).forEach((table, read) -> {
            List<String> name = table.object().name();
            rows.put(name, read.generating(generated.getOrDefault(name, Set.of())));
        });
    }

    private RowHashes read(Connection connection, Table table) throws SQLException {
        return reader.read(connection, table)
                .generating(generated.getOrDefault(table.object().name(), Set.of()));
    }

    /** Which rows of the tables that have come are Palindrome's own: before the user's come in. */
    private void noteGenerated(Connection connection, MigrationEffect effect, Map<Table, RowHashes> ofMigration)
            throws SQLException {
        forget(effect.migration(), effect.before());
        forget(effect.migration(), effect.after());
        reader.byTable(connection, ofMigration.keySet()).forEach((table, now) -> {
            Set<List<Long>> own = now.keysBeside(Objects.requireNonNull(ofMigration.get(table)));
            generated.put(table.object().name(), own);
            rows.put(table.object().name(), now.generating(own));
        });
    }

    /** In the tables that have come: what is there before any row is generated. */
    private Map<Table, RowHashes> rowsOfItsOwn(Connection connection, MigrationEffect effect) throws SQLException {
        Map<Table, RowHashes> found = new LinkedHashMap<>();
        if (effect.before() == effect.after()) {
            return found;
        }
        Set<List<String>> known = new HashSet<>();
        effect.before().tables().forEach(table -> known.add(table.object().name()));
        for (Table table : effect.after().tables()) {
            if (!known.contains(table.object().name())) {
                found.put(table, effect.migration().mayMakeRows() ? reader.read(connection, table) : RowHashes.NONE);
            }
        }
        return found;
    }

    private void forget(MigrationUnderTest migration, SchemaSnapshot there) {
        migration
                .touchedUp()
                .tables(there, cascades)
                .forEach(table -> rows.remove(table.object().name()));
    }
}
