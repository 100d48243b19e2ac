package dev.palindrome.migration;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** {@link Migrations} on Flyway's public API. */
final class FlywayMigrations implements ObservedMigrations {

    private final Database database;
    private final Databases scratch;
    private final Lazy<LoadedMigrations> loaded;

    FlywayMigrations(Database database, Databases scratch, MigrationSettings settings) {
        this.database = database;
        this.scratch = scratch;
        FlywaySetup setup = new FlywaySetup(settings, classLoader());
        this.loaded = new Lazy<>(() -> LoadedMigrations.load(setup, database));
    }

    @Override
    public List<Migration> all() {
        return status().all().stream()
                .filter(migration -> migration.getState().isResolved())
                .map(Infos::migration)
                .toList();
    }

    @Override
    public List<Migration> pending() {
        return status().pending().stream().map(Infos::migration).toList();
    }

    @Override
    public List<AppliedMigration> history() {
        return new History(status().applied().stream().map(Infos::applied).toList());
    }

    @Override
    public String historyTable() {
        return loaded.get().history().toString();
    }

    @Override
    public Optional<Migration> current() {
        return status().current().map(Infos::migration);
    }

    @Override
    public List<Migration> up() {
        Run run = run(everything());
        Status status = run.status();
        return climb(run, status, status.pending());
    }

    @Override
    public List<Migration> up(int count) {
        Run run = run(everything());
        Status status = run.status();
        List<MigrationInfo> versioned = status.versionedPending();
        if (count < 1) {
            throw new MigrationException("up(" + count + "): the number of migrations to apply must be at least 1.");
        }
        if (count > versioned.size()) {
            throw new MigrationException("up(" + count + "): versioned migrations pending: " + versioned.size()
                    + ". Use up() to apply all of them.");
        }
        return climb(run, status, status.pendingUpTo(versioned.get(count - 1).getVersion()));
    }

    @Override
    public List<Migration> upTo(String version) {
        Run run = run(everything());
        Status status = run.status();
        MigrationVersion target = status.known(version);
        if (!status.hasPendingUpTo(target) && status.currentVersion().compareTo(target) > 0) {
            throw new MigrationException("upTo(\"" + version + "\") only goes up, but the database is at "
                    + status.place() + ". Use downTo(\"" + version + "\").");
        }
        return climb(run, status, status.pendingUpTo(target));
    }

    @Override
    public List<Migration> down() {
        return down(1);
    }

    @Override
    public List<Migration> down(int count) {
        return undo(undoPlan(status()).last(count), Progress.UNOBSERVED);
    }

    @Override
    public List<Migration> downTo(String version) {
        Status status = status();
        MigrationVersion target = status.known(version);
        if (status.currentVersion().compareTo(target) < 0) {
            throw new MigrationException("downTo(\"" + version + "\") only goes down, but the database is at "
                    + status.place() + ". Use upTo(\"" + version + "\").");
        }
        return undo(undoPlan(status).above(target), Progress.UNOBSERVED);
    }

    @Override
    public List<Migration> downToBase() {
        return undo(undoPlan(status()).all(), Progress.UNOBSERVED);
    }

    @Override
    public void stamp(String version) {
        Status status = status();
        MigrationVersion target = Status.version(version);
        if (!status.applied().isEmpty()) {
            throw new MigrationException("stamp(\"" + version + "\"): " + historyTable()
                    + " already says that the database is at " + status.place()
                    + ". Only a database without a history can be stamped.");
        }
        if (!status.has(target) && !status.isBelowAll(target)) {
            throw status.unknown(version);
        }
        try {
            everything().baselineVersion(target).load().baseline();
        } catch (FlywayException e) {
            throw MigrationErrors.refused("stamp(\"" + version + "\")", e);
        }
    }

    @Override
    public String preview() {
        List<MigrationInfo> pending = status().pending();
        LoadedMigrations now = loaded.get();
        return pending.isEmpty()
                ? ""
                : new Preview(now.runs(), now.catalog(), now.texts(), database, scratch).of(pending);
    }

    @Override
    public List<String> helperTables() {
        HistoryTable history = loaded.get().history();
        return Stream.of(history, history.beside(UndoRun.HISTORY), history.beside(RepeatedRun.HISTORY))
                .map(HistoryTable::toString)
                .toList();
    }

    @Override
    public List<VersionedMigration> versioned() {
        LoadedMigrations now = loaded.get();
        return status().all().stream()
                .filter(migration -> migration.getVersion() != null)
                .filter(migration -> migration.getState().isResolved())
                .filter(migration -> !migration.getType().isBaseline())
                .map(now::versioned)
                .toList();
    }

    @Override
    public void up(List<Migration> chosen, StepObserver observer) {
        Set<String> scripts = chosen.stream().map(Migration::script).collect(Collectors.toSet());
        Run run = run(everything(), observer);
        Status status = run.status();
        climb(
                run,
                status,
                status.pending().stream()
                        .filter(migration -> scripts.contains(migration.getScript()))
                        .toList());
    }

    @Override
    public Descent descent() {
        return new FlywayDescent(loaded.get(), database.dataSource(), undoPlan(status()));
    }

    @Override
    public void again(Migration migration) {
        new RepeatedRun(loaded.get(), database.dataSource()).execute(migration);
    }

    /** Applies these of the pending migrations; on the embedded engine, as far as it can take them. */
    private List<Migration> climb(Run all, Status status, List<MigrationInfo> wanted) {
        Climb climb = Climb.plan(wanted, this::refusal);
        Run run = climb.isEverything(status)
                ? all
                : run(
                        climb.configure(loaded.get().runs(), status.pending(), database.dataSource()),
                        all.progress().observer());
        if (!climb.chosen().isEmpty()) {
            migrate(run);
        }
        climb.refused().ifPresent(refused -> {
            throw MigrationErrors.refused(refused);
        });
        return run.progress().done().stream().map(Infos::migration).toList();
    }

    private Optional<NeedsSqlServerException> refusal(MigrationInfo migration) {
        LoadedMigrations now = loaded.get();
        return now.catalog().file(migration.getScript()).flatMap(now.texts()::refusal);
    }

    private void migrate(Run run) {
        try {
            run.flyway().migrate();
        } catch (FlywayException e) {
            throw run.progress()
                    .running()
                    .map(running -> loaded.get()
                            .errors()
                            .failed("Migration " + Infos.migration(running), running.getScript(), e))
                    .orElseGet(() -> MigrationErrors.refused("Migrating", e));
        }
    }

    private List<Migration> undo(List<UndoStep> steps, StepObserver observer) {
        return steps.isEmpty()
                ? List.of()
                : new UndoRun(loaded.get(), database.dataSource(), steps, observer).execute();
    }

    private UndoPlan undoPlan(Status status) {
        LoadedMigrations now = loaded.get();
        return new UndoPlan(AppliedVersions.lastFirst(status.all()), now.catalog()::undo, now.texts());
    }

    private Status status() {
        return run(everything()).status();
    }

    private static Run run(FluentConfiguration configuration) {
        return run(configuration, Progress.UNOBSERVED);
    }

    private static Run run(FluentConfiguration configuration, StepObserver observer) {
        Progress progress = new Progress(observer);
        configuration.callbacks(Stream.concat(Stream.of(progress), Arrays.stream(configuration.getCallbacks()))
                .toArray(Callback[]::new));
        return new Run(configuration.load(), progress);
    }

    /**
     * Flyway, and who watches it. Making one takes longer than asking it.
     *
     * @param flyway set up
     * @param progress told of every migration
     */
    private record Run(Flyway flyway, Progress progress) {
        Status status() {
            try {
                return Status.of(flyway.info());
            } catch (FlywayException e) {
                throw MigrationErrors.refused("Reading the migrations", e);
            }
        }
    }

    private FluentConfiguration everything() {
        return loaded.get().runs().everything(database.dataSource());
    }

    private static ClassLoader classLoader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(FlywayMigrations.class::getClassLoader);
    }
}
