package dev.palindrome.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Runs undo scripts through Flyway, which does not know what they are: they are numbered 1, 2, 3 … in the order in which
 * they shall run, and go up beside a history table that is thrown away. Each correction of the real history is in the
 * transaction of its undo.
 */
final class UndoRun {

    /** The table that Flyway notes undos in, for as long as they run. */
    static final String HISTORY = "palindrome_undo";

    private final LoadedMigrations migrations;
    private final DataSource dataSource;
    private final List<UndoStep> steps;
    private final StepObserver observer;

    UndoRun(LoadedMigrations migrations, DataSource dataSource, List<UndoStep> steps, StepObserver observer) {
        this.observer = observer;
        this.migrations = migrations;
        this.dataSource = dataSource;
        this.steps = steps;
    }

    /** @return what was undone, in that order */
    List<Migration> execute() {
        HistoryTable throwAway = migrations.history().beside(HISTORY);
        Corrections corrections = new Corrections();
        try {
            configure(throwAway).callbacks(corrections).load().migrate();
        } catch (FlywayException e) {
            throw corrections
                    .running()
                    .map(running -> failed(step(running), e))
                    .orElseGet(() -> MigrationErrors.refused("Undo", e));
        } finally {
            throwAway.dropQuietly(dataSource);
        }
        return corrections.done().stream()
                .map(done -> step(done).applied().migration())
                .toList();
    }

    private MigrationException failed(UndoStep step, FlywayException e) {
        return migrations
                .errors()
                .failed("Undo of " + step.applied().migration(), step.undo().name(), e);
    }

    private UndoStep step(MigrationInfo numbered) {
        return steps.get(Integer.parseInt(numbered.getVersion().getVersion()) - 1);
    }

    private FluentConfiguration configure(HistoryTable throwAway) {
        FlywayRuns runs = migrations.runs();
        List<ScriptResource> scripts = new ArrayList<>();
        List<JavaMigration> javaMigrations = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int number = i + 1;
            Undo undo = steps.get(i).undo();
            if (undo instanceof Undo.Script script) {
                scripts.add(runs.resource(script.file(), runs.versionedName(number)));
            } else if (undo instanceof Undo.Java java) {
                javaMigrations.add(new UndoAsMigration(number, java.migration()));
            }
        }
        scripts.addAll(runs.configurationsOf(scripts));
        return runs.apart(dataSource, scripts, javaMigrations, throwAway.name());
    }

    /** A Java migration's undo in the clothes of a migration. */
    private record UndoAsMigration(int number, ReversibleMigration migration) implements JavaMigration {
        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion(Integer.toString(number));
        }

        @Override
        public String getDescription() {
            return "undo";
        }

        @Override
        public Integer getChecksum() {
            return 0;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return migration.canExecuteInTransaction();
        }

        @Override
        public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
            migration.undo(context);
        }
    }

    /** Corrects the history after each undo. */
    private final class Corrections extends Progress {

        Corrections() {
            super(observer);
        }

        @Override
        Migration migration(MigrationInfo numbered) {
            return step(numbered).applied().migration();
        }

        @Override
        void after(MigrationInfo numbered, Connection connection) throws SQLException {
            step(numbered).correction().make(migrations.history(), connection);
        }
    }
}
