package dev.palindrome.migration;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Shows what a climb would send to the database: Flyway goes through it in an empty database, over connections that note
 * the scripts' statements instead of executing them.
 */
final class Preview {

    private final FlywayRuns runs;
    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private final Database database;
    private final Databases scratch;

    Preview(FlywayRuns runs, MigrationCatalog catalog, ScriptTexts texts, Database database, Databases scratch) {
        this.runs = runs;
        this.catalog = catalog;
        this.texts = texts;
        this.database = database;
        this.scratch = scratch;
    }

    String of(List<MigrationInfo> pending) {
        try (Database empty = scratch.create("preview", DatabaseOptions.DEFAULT)) {
            Recording recording = new Recording(catalog, texts);
            FluentConfiguration flyway = configure(scripts(pending), recording.over(empty.dataSource()));
            flyway.callbacks(new Window(recording)).load().migrate();
            return recording.text().replace(empty.name(), database.name());
        }
    }

    private FluentConfiguration configure(Set<String> pending, javax.sql.DataSource recorded) {
        List<ScriptResource> seen =
                runs.resources(script -> pending.contains(script.relativePath()) || !isMigration(script));
        List<JavaMigration> listed = catalog.javaMigrations().stream()
                .filter(migration -> pending.contains(migration.getClass().getName()))
                .<JavaMigration>map(Listed::new)
                .toList();
        return runs.apart(recorded, seen, listed, "palindrome_preview")
                .createSchemas(true)
                .batch(false);
    }

    private boolean isMigration(ScriptFile script) {
        return catalog.isMigration(script);
    }

    private static Set<String> scripts(List<MigrationInfo> migrations) {
        return migrations.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
    }

    /** Opens the recording for each migration and closes it behind. */
    private static final class Window extends Progress {
        private final Recording recording;

        Window(Recording recording) {
            super(UNOBSERVED);
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
        public void migrate(org.flywaydb.core.api.migration.Context context) {
            // Named by the recording; what it would do cannot be known without running it.
        }
    }
}
