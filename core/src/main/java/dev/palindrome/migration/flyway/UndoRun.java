package dev.palindrome.migration.flyway;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.ReversibleMigration;
import dev.palindrome.migration.catalog.Undo;
import dev.palindrome.migration.history.AppliedVersion;
import dev.palindrome.migration.history.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
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
    private final UndoPlan plan;
    private final List<UndoStep> steps;
    private final MigrationObserver observer;
    private final List<AppliedVersion> before = new ArrayList<>();

    UndoRun(
            LoadedMigrations migrations,
            DataSource dataSource,
            UndoPlan plan,
            List<UndoStep> steps,
            MigrationObserver observer) {
        this.migrations = migrations;
        this.dataSource = dataSource;
        this.plan = plan;
        this.steps = steps;
        this.observer = observer;
    }

    /** Says that other runs of the same plan have undone something already. */
    UndoRun after(List<UndoStep> done) {
        done.forEach(step -> before.add(step.applied()));
        return this;
    }

    /** @return what was undone, in that order */
    List<Migration> execute() {
        HistoryTable throwAway = migrations.history().beside(HISTORY);
        Corrections corrections = new Corrections();
        try {
            FluentConfiguration flyway = configure(throwAway).callbacks(corrections.callbacks());
            migrations.runs().migrate(TurnedDownLog.in(flyway::load), corrections);
        } catch (FlywayException e) {
            corrections.throwIfBrokenOff();
            throw corrections
                    .running()
                    .map(running -> failed(step(running), corrections, e))
                    .orElseGet(() -> MigrationErrors.refused("Undo", e));
        } finally {
            throwAway.dropQuietly(dataSource);
        }
        return undone(corrections).stream().map(AppliedVersion::migration).toList();
    }

    private List<AppliedVersion> undone(Corrections corrections) {
        return corrections.done().stream().map(done -> step(done).applied()).toList();
    }

    private MigrationException failed(UndoStep step, Corrections corrections, FlywayException e) {
        MigrationErrors errors = migrations.errors();
        return errors.failed(
                "Undo of " + step.applied().migration(),
                step.undo().name(),
                errors.aftermath(corrections.inTransaction()) + alreadyUndone(corrections),
                e);
    }

    /** Each undo is committed by itself, so those before the failed one stay undone. */
    private String alreadyUndone(Corrections corrections) {
        List<AppliedVersion> undone = new ArrayList<>(before);
        undone.addAll(undone(corrections));
        return undone.isEmpty()
                ? ""
                : "\nUndone before it: "
                        + undone.stream().map(done -> "V" + done.version()).collect(Collectors.joining(", "))
                        + "; the database is at V" + plan.highestWithout(undone) + ".";
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
                scripts.add(runs.resource(script.file(), runs.versionedName(number, description(steps.get(i)))));
            } else if (undo instanceof Undo.Java java) {
                javaMigrations.add(new UndoAsMigration(number, description(steps.get(i)), java.migration()));
            }
        }
        scripts.addAll(runs.configurationsOf(scripts));
        return runs.apart(dataSource, scripts, javaMigrations, throwAway.name());
    }

    private static String description(UndoStep step) {
        return "undo of V" + step.applied().version();
    }

    /** A Java migration's undo in the clothes of a migration. */
    private record UndoAsMigration(int number, String description, ReversibleMigration migration)
            implements JavaMigration {
        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion(Integer.toString(number));
        }

        @Override
        public String getDescription() {
            return description;
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
        public void migrate(Context context) throws Exception {
            migration.undo(context);
        }
    }

    /** Corrects the history after each undo. */
    private final class Corrections extends RunProgress {

        Corrections() {
            super(observer, migrations.runs().isGrouped(), migrations.runs().sessionUse());
        }

        @Override
        boolean isAtWork() {
            return true;
        }

        @Override
        Migration migration(MigrationInfo numbered) {
            return step(numbered).applied().migration();
        }

        @Override
        Optional<String> script() {
            return running().map(numbered -> step(numbered).undo().name());
        }

        @Override
        void after(MigrationInfo numbered, Connection connection) throws SQLException {
            step(numbered).correction().make(migrations.history(), connection);
        }
    }
}
