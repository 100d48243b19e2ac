package dev.palindrome.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Runs undo scripts through Flyway, which does not know what they are: they are numbered 1, 2, 3 … in the order in which
 * they shall run, and go up beside a history table that is thrown away. Each correction of the real history is in the
 * transaction of its undo.
 */
final class UndoRun {

    private final FlywayRuns runs;
    private final DataSource dataSource;
    private final HistoryTable history;
    private final List<UndoStep> steps;

    UndoRun(FlywayRuns runs, DataSource dataSource, HistoryTable history, List<UndoStep> steps) {
        this.runs = runs;
        this.dataSource = dataSource;
        this.history = history;
        this.steps = steps;
    }

    /** @param progress told about each undo, in case one fails */
    void execute(Progress progress) {
        HistoryTable throwAway = new HistoryTable(
                history.schema(),
                "palindrome_undo_" + UUID.randomUUID().toString().substring(0, 8));
        try {
            configure(throwAway).callbacks(progress).load().migrate();
        } finally {
            drop(throwAway);
        }
    }

    /** The step that one of Flyway's migrations in this run is. */
    UndoStep step(MigrationInfo numbered) {
        return steps.get(Integer.parseInt(numbered.getVersion().getVersion()) - 1);
    }

    private FluentConfiguration configure(HistoryTable throwAway) {
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

    private void drop(HistoryTable throwAway) {
        try (Connection connection = dataSource.getConnection()) {
            throwAway.dropIfExists(connection);
        } catch (SQLException e) {
            throw new FlywayException("Cannot drop " + throwAway, e);
        }
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
    class Corrections extends Progress {
        @Override
        void after(MigrationInfo numbered, Context context) {
            try {
                step(numbered).correct(history, context.getConnection());
            } catch (SQLException e) {
                throw new FlywayException("Cannot correct " + history + ": " + e.getMessage(), e);
            }
        }
    }
}
