package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.roundtrip.script.RunConditions;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** A database to work on, with its migrations and a watch over its schema. */
public final class ScratchDatabase implements AutoCloseable {

    private final Database database;
    private final ObservedMigrations migrations;
    private final SchemaWatch watch;
    private SchemaSnapshot last = SchemaSnapshot.empty();

    private ScratchDatabase(Database database, ObservedMigrations migrations, SchemaWatch watch) {
        this.database = database;
        this.migrations = migrations;
        this.watch = watch;
    }

    static ScratchDatabase open(Databases databases, DatabaseOptions options, MigrationSettings settings) {
        Database database = databases.create("round_trip", options);
        try {
            ObservedMigrations migrations = ObservedMigrations.of(database, databases, settings);
            return new ScratchDatabase(database, migrations, watch(database, migrations));
        } catch (RuntimeException | SQLException e) {
            database.close();
            throw new PalindromeException("The round trip cannot begin: " + e.getMessage(), e);
        }
    }

    private static SchemaWatch watch(Database database, ObservedMigrations migrations) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SchemaWatch watch = SchemaReader.of(connection)
                    .leavingOut(migrations.helperTables().stream()
                            .map(TableName::parse)
                            .toList())
                    .watch();
            watch.prepare(connection);
            return watch;
        }
    }

    public ObservedMigrations migrations() {
        return migrations;
    }

    /** The embedded engine takes no SQL that is put together at run time, so that scripts mention whatever they touch. */
    public RunConditions conditions() {
        return new RunConditions(
                database.engine() == EngineKind.EMBEDDED,
                TableName.parse(migrations.historyTable()).schema());
    }

    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    SchemaSnapshot look(Connection connection) throws SQLException {
        last = watch.read(connection);
        return last;
    }

    SchemaSnapshot lookAgain(Connection connection, TouchedTables touched) throws SQLException {
        last = watch.readAgain(connection, touched.names(schemas()));
        return last;
    }

    /** What was seen at the last look. */
    SchemaSnapshot last() {
        return last;
    }

    void run(Connection connection, String name, String tsql) throws SQLException {
        ScriptRunner.run(connection, database.engine(), name, tsql);
    }

    private Set<String> schemas() {
        Set<String> schemas = new LinkedHashSet<>();
        schemas.add("dbo");
        last.objects(ObjectKind.SCHEMA).forEach(schema -> schemas.add(schema.simpleName()));
        return schemas;
    }

    @Override
    public void close() {
        database.close();
    }
}
