package dev.palindrome.roundtrip.pass;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private SchemaSnapshot schema = SchemaSnapshot.empty();
    private Positions positions = Positions.NONE;
    private boolean begun;
    private long started;

    EffectRecorder(ScratchDatabase scratch, RowFilling filling) {
        this.scratch = scratch;
        this.filling = filling;
    }

    /** @throws dev.palindrome.migration.MigrationException if one fails; those before it have been recorded */
    void goUp(List<MigrationUnderTest> chosen) {
        chosen.forEach(migration -> migrations.put(migration.migration(), migration));
        scratch.migrations()
                .up(chosen.stream().map(MigrationUnderTest::migration).toList(), this);
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
        }
        MigrationUnderTest next = Objects.requireNonNull(migrations.get(migration));
        positions = next.mayRestart() ? Positions.read(connection, schema, next::mayRestart) : Positions.NONE;
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        MigrationEffect effect = look(Objects.requireNonNull(migrations.get(migration)), connection);
        scratch.loseLetters(connection, effect);
        PassResult result = PassResult.of(migration).taking(Pass.UP, took);
        for (String note : scratch.fill(filling, connection, effect)) {
            result = result.noting(note);
        }
        if (scratch.putOwnRowsIn(migration, connection)) {
            rows.clear();
        }
        readRows(connection, effect);
        effects.add(effect);
        results.add(result);
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
        forget(effect.migration(), effect.before());
        forget(effect.migration(), effect.after());
        for (Table table : effect.after().tables()) {
            if (!rows.containsKey(table.object().name())) {
                rows.put(table.object().name(), reader.read(connection, table));
            }
        }
    }

    private void forget(MigrationUnderTest migration, SchemaSnapshot there) {
        migration
                .touchedUp()
                .tables(there, cascades)
                .forEach(table -> rows.remove(table.object().name()));
    }
}
