package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.RepeatableMigration;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.ExecutedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repeatable migrations are in place on the way down, as they are in production, and what they make is laid to no versioned
 * migration. Before the second way up their objects go again.
 */
public final class RepeatablesInPlace {

    private final PassDatabase database;
    private boolean put;

    public RepeatablesInPlace(PassDatabase database) {
        this.database = database;
    }

    /** In a database in which the newest version has gone up. Where one fails, that is for later to say, and it is left out. */
    public void put(FirstUpResult up) throws SQLException {
        List<RepeatableMigration> repeatables =
                new ArrayList<>(database.current().migrations().repeatables());
        while (!repeatables.isEmpty()) {
            Recording recording = new Recording(database.current(), repeatables);
            try {
                put(repeatables, recording);
                return;
            } catch (MigrationException e) {
                database.replace(up.first(up.reached()), up.filling());
                if (!repeatables.removeIf(repeatable ->
                        recording.begun.filter(repeatable.migration()::equals).isPresent())) {
                    return;
                }
            }
        }
    }

    private void put(List<RepeatableMigration> repeatables, Recording recording) throws SQLException {
        ScratchDatabase scratch = database.current();
        scratch.migrations()
                .up(repeatables.stream().map(RepeatableMigration::migration).toList(), recording);
        put = true;
        SchemaSnapshot before = scratch.last();
        try (Connection connection = scratch.connect()) {
            scratch.foreign().add(before.diff(scratch.look(connection)));
        }
    }

    /** Takes the objects away, if they are still there, so that the way up is the same as the first. */
    public void takeAway(FirstUpResult up, int floor) throws SQLException {
        ScratchDatabase scratch = database.current();
        if (!put) {
            return;
        }
        try (Connection connection = scratch.connect()) {
            scratch.drop(connection, scratch.foreign().madeByRepeatables(scratch.look(connection)));
        } catch (SQLException | UnusableDatabaseException e) {
            database.replace(up.first(floor), up.filling());
        }
    }

    /** Sees what each of them does. */
    private static final class Recording implements MigrationObserver {

        private final ScratchDatabase scratch;
        private final RowHashReader reader = new RowHashReader();
        private final Map<Migration, TouchedTables> touched = new HashMap<>();
        private Map<Table, RowHashes> rows = Map.of();
        private Optional<Migration> begun = Optional.empty();

        Recording(ScratchDatabase scratch, List<RepeatableMigration> repeatables) {
            this.scratch = scratch;
            // By what they say on every engine: all rows before and behind each of them would be too much to read.
            repeatables.forEach(repeatable -> touched.put(
                    repeatable.migration(), TouchedTables.by(repeatable.text().map(ExecutedSql::of))));
        }

        @Override
        public void before(Migration migration, Connection connection) throws SQLException {
            begun = Optional.of(migration);
            rows = read(connection, tables(migration, scratch.last()));
        }

        @Override
        public void after(Migration migration, Connection connection) throws SQLException {
            SchemaSnapshot before = scratch.last();
            SchemaSnapshot now = scratch.lookAgain(connection, of(migration));
            scratch.foreign().add(before.diff(now), migration);
            List<Table> there = rows.keySet().stream()
                    .flatMap(known -> now.table(known.schema(), known.name()).stream())
                    .toList();
            Map<Table, RowHashes> behind = reader.byTable(connection, there);
            rows.forEach((known, were) -> now.table(known.schema(), known.name())
                    .ifPresent(table -> scratch.foreign().add(table, were, Objects.requireNonNull(behind.get(table)))));
        }

        private TouchedTables of(Migration migration) {
            return Objects.requireNonNull(touched.get(migration));
        }

        private List<Table> tables(Migration migration, SchemaSnapshot schema) {
            return of(migration).reaching(schema).tables(schema, new ForeignKeyCascades());
        }

        private Map<Table, RowHashes> read(Connection connection, List<Table> tables) throws SQLException {
            return reader.byTable(connection, tables);
        }
    }
}
