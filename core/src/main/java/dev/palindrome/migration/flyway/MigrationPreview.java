package dev.palindrome.migration.flyway;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Shows what migrating would send to the database: Flyway goes through it in an empty database, over connections that note
 * the scripts' statements instead of executing them.
 */
final class MigrationPreview {

    private static final String SCHEMAS = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA";

    private final LoadedMigrations migrations;
    private final Database database;
    private final Databases scratch;

    MigrationPreview(LoadedMigrations migrations, Database database, Databases scratch) {
        this.migrations = migrations;
        this.database = database;
        this.scratch = scratch;
    }

    String of(List<MigrationInfo> pending) {
        // What options the empty database has does not matter: nothing of the scripts is executed in it.
        try (Database empty = scratch.create("preview", DatabaseOptions.DEFAULT)) {
            StatementRecording recording = new StatementRecording(migrations.catalog(), migrations.texts());
            FluentConfiguration flyway = configure(scripts(pending), recording.over(empty.dataSource()));
            TurnedDownLog.in(() ->
                    flyway.callbacks(new Window(recording).callbacks()).load().migrate());
            return schemas(flyway) + recording.text().replace(empty.name(), database.name());
        } catch (FlywayException e) {
            throw MigrationErrors.refused("preview()", e);
        } catch (SQLException e) {
            throw new MigrationException(
                    "preview(): the schemas of " + database.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private FluentConfiguration configure(Set<String> pending, DataSource recorded) {
        FlywayRuns runs = migrations.runs();
        List<ScriptResource> seen =
                runs.resources(script -> pending.contains(script.relativePath()) || !isMigration(script));
        List<JavaMigration> listed = migrations.catalog().javaMigrations().stream()
                .filter(migration -> pending.contains(migration.getClass().getName()))
                .<JavaMigration>map(Listed::new)
                .toList();
        FluentConfiguration flyway =
                runs.apart(recorded, seen, listed, migrations.history().name()).group(false);
        // Flyway 10 refuses to be told, even what it does by itself.
        return flyway.isBatch() ? flyway.batch(false) : flyway;
    }

    /** Flyway makes the schemas that are missing before the first script, and not over the recorded connections. */
    private String schemas(Configuration flyway) throws SQLException {
        if (!flyway.isCreateSchemas()) {
            return "";
        }
        Set<String> present = schemasPresent();
        return Stream.concat(Stream.of(migrations.history().schema()), Arrays.stream(flyway.getSchemas()))
                .distinct()
                .filter(schema -> !present.contains(schema))
                .map(schema -> "-- schema " + VisibleText.line(schema) + "\nCREATE SCHEMA " + BracketedName.of(schema)
                        + "\nGO\n\n")
                .collect(Collectors.joining());
    }

    private Set<String> schemasPresent() throws SQLException {
        Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (Connection connection = database.dataSource().getConnection()) {
            present.addAll(SqlRunner.on(connection).query(SCHEMAS).texts());
        }
        return present;
    }

    private boolean isMigration(ScriptFile script) {
        return migrations.catalog().isMigration(script);
    }

    private static Set<String> scripts(List<MigrationInfo> migrations) {
        return migrations.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
    }

    /** Opens the recording for each migration and closes it behind. */
    private static final class Window extends RunProgress {
        private final StatementRecording recording;

        Window(StatementRecording recording) {
            super(UNOBSERVED, false, SessionUse.NONE);
            this.recording = recording;
        }

        @Override
        void before(MigrationInfo migration) {
            recording.open(migration);
        }

        @Override
        void after(MigrationInfo migration, Connection connection) {
            recording.close();
        }
    }

    /**
     * A Java migration that is named and not run.
     *
     * @param migration the real one
     */
    record Listed(JavaMigration migration) implements JavaMigration {
        @Override
        public MigrationVersion getVersion() {
            return migration.getVersion();
        }

        @Override
        public String getDescription() {
            return migration.getDescription() + " [" + migration.getClass().getName() + "], a Java migration, not run";
        }

        @Override
        public Integer getChecksum() {
            return migration.getChecksum();
        }

        @Override
        public boolean canExecuteInTransaction() {
            return migration.canExecuteInTransaction();
        }

        @Override
        public void migrate(Context context) {
            // Named by the recording; what it would do cannot be known without running it.
        }
    }
}
