package dev.palindrome.migration.flyway;

import dev.palindrome.database.Database;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.StatementListener;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.catalog.Undo;
import dev.palindrome.migration.history.HistoryTable;
import dev.palindrome.migration.history.MigrationInfoMapper;
import dev.palindrome.migration.script.AuthoredTexts;
import dev.palindrome.migration.script.H2Texts;
import dev.palindrome.migration.script.Placeholders;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptOptions;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.migration.script.SqlServerTexts;
import dev.palindrome.sql.NearObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * What is read from the locations at the first call, and not again.
 *
 * @param catalog what lies there
 * @param texts what the engine is given of it
 * @param runs sets runs of Flyway up
 * @param history the real history table
 * @param errors says what went wrong
 */
record LoadedMigrations(
        MigrationCatalog catalog, ScriptTexts texts, FlywayRuns runs, HistoryTable history, MigrationErrors errors) {

    /** Who makes a database on SQL Server owns it and is its dbo, with this default schema (Microsoft: create-user). */
    private static final String SCHEMA_OF_OWNER = "dbo";

    /**
     * @param isConfidential whether values of rows are not to be quoted
     * @param listener is told what statements change
     */
    static LoadedMigrations load(
            FlywaySetup setup, Database database, boolean isConfidential, StatementListener listener) {
        MigrationCatalog catalog = MigrationCatalog.read(setup);
        Configuration flyway = setup.settings();
        HistoryTable history = new HistoryTable(defaultSchema(flyway, database), flyway.getTable());
        boolean embedded = database.engine() == EngineKind.EMBEDDED;
        Placeholders placeholders = new Placeholders(flyway, builtInPlaceholders(database, history));
        AuthoredTexts authored = new AuthoredTexts(flyway, placeholders, options(catalog, flyway));
        ScriptTexts texts = embedded ? new H2Texts(authored) : new SqlServerTexts(authored);
        return new LoadedMigrations(
                catalog,
                texts,
                new FlywayRuns(setup, catalog, texts, new StatementCounts(listener, catalog, texts), embedded),
                history,
                new MigrationErrors(
                        catalog,
                        texts,
                        !embedded,
                        isConfidential,
                        error -> embedded ? near(database, error) : Optional.empty()));
    }

    private static Optional<String> near(Database database, SQLException error) {
        try (Connection connection = database.dataSource().getConnection()) {
            return NearObject.of(connection, error);
        } catch (SQLException e) {
            return Optional.empty(); // the error that is to be told matters more
        }
    }

    /** A versioned migration with its undo. */
    VersionedMigration versioned(MigrationInfo info) {
        Optional<Undo> undo = catalog.undo(info.getVersion());
        Optional<ScriptFile> undoScript = undo.filter(Undo.Script.class::isInstance)
                .map(Undo.Script.class::cast)
                .map(Undo.Script::file);
        return new VersionedMigration(
                MigrationInfoMapper.migration(info),
                catalog.file(info.getScript()).map(texts::filled),
                catalog.file(info.getScript()).map(texts::original),
                undo.map(Undo::name),
                undoScript.map(texts::filled),
                undoScript.map(texts::original),
                undoScript.flatMap(texts::refusal).map(errors::refused),
                catalog.almostUndo(info.getVersion()));
    }

    /** A baseline script, which nothing undoes. */
    VersionedMigration baseline(Migration baseline) {
        return new VersionedMigration(
                baseline,
                catalog.file(baseline.script()).map(texts::filled),
                catalog.file(baseline.script()).map(texts::original),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ScriptOptions options(MigrationCatalog catalog, Configuration flyway) {
        List<ScriptFile> configurations = catalog.configurations().toList();
        return new ScriptOptions(configurations, file -> file.text(flyway.getEncoding()));
    }

    private static Map<String, String> builtInPlaceholders(Database database, HistoryTable history) {
        return Map.of(
                "database", database.name(),
                "user", database.username(),
                "defaultSchema", history.schema(),
                "table", history.name(),
                "environment", "default",
                "workingDirectory", System.getProperty("user.dir"),
                "timestamp", LocalDateTime.now().toString());
    }

    private static String defaultSchema(Configuration flyway, Database database) {
        if (flyway.getDefaultSchema() != null) {
            return flyway.getDefaultSchema();
        }
        if (flyway.getSchemas().length > 0) {
            return flyway.getSchemas()[0];
        }
        if (database.engine() == EngineKind.SQL_SERVER) {
            return SCHEMA_OF_OWNER;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getSchema();
        } catch (SQLException e) {
            throw new MigrationException("Cannot connect to " + database.name() + ": " + e.getMessage(), e);
        }
    }
}
