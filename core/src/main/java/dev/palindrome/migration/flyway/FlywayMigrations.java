package dev.palindrome.migration.flyway;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.location.Location;
import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationCallback;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.Migrations;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.RepeatableMigration;
import dev.palindrome.migration.StatementListener;
import dev.palindrome.migration.UndoSession;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.history.AppliedVersion;
import dev.palindrome.migration.history.AppliedVersions;
import dev.palindrome.migration.history.HistoryRows;
import dev.palindrome.migration.history.HistoryTable;
import dev.palindrome.migration.history.MigrationInfoMapper;
import dev.palindrome.migration.history.MigrationStatus;
import dev.palindrome.progress.LongStep;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** {@link Migrations} on Flyway's public API. */
public final class FlywayMigrations implements ObservedMigrations {

    private static final VisibleLog LOG = VisibleLog.of(Migrations.class);

    /** In the names of events that concern one migration. */
    private static final String FOR_EACH = "Each";

    private static final String FOR_EACH_STATEMENT = "EachMigrateStatement";

    private final Database database;
    private final DataSource connections;
    private final Databases scratch;
    private final StartingPoint start;
    private final BeginningStamp beginning;
    private final Lazy<LoadedMigrations> loaded;

    /**
     * @param connections lead into the database
     * @param listener is told what statements change
     */
    public FlywayMigrations(
            Database database,
            DataSource connections,
            Databases scratch,
            MigrationSettings settings,
            StatementListener listener) {
        this.database = database;
        this.connections = connections;
        this.scratch = scratch;
        FlywaySetup setup = new FlywaySetup(settings, Location.contextClassLoader());
        this.start = settings.start();
        this.beginning = new BeginningStamp(settings, setup);
        this.loaded = new Lazy<>(() -> LoadedMigrations.load(setup, database, start.isConfidential(), listener));
    }

    @Override
    public List<Migration> all() {
        return status().all().stream()
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfoMapper::migration)
                .toList();
    }

    @Override
    public List<Migration> pending() {
        return status().pending().stream().map(MigrationInfoMapper::migration).toList();
    }

    @Override
    public List<AppliedMigration> history() {
        return new HistoryRows(
                status().applied().stream().map(MigrationInfoMapper::applied).toList());
    }

    @Override
    public String historyTable() {
        return loaded.get().history().toString();
    }

    @Override
    public Optional<Migration> current() {
        return status().current().map(MigrationInfoMapper::migration);
    }

    @Override
    public List<Migration> up() {
        Run run = run();
        if (loaded.get().texts().takesEverything()) {
            return migrateAll(run);
        }
        MigrationStatus status = run.status().withoutFailure();
        return migrate(run, status, status.pending());
    }

    @Override
    public List<Migration> up(int count) {
        Run run = run();
        MigrationStatus status = run.status().withoutFailure();
        List<MigrationInfo> versioned = status.versionedPending();
        if (count < 1) {
            throw new MigrationException("up(" + count + "): the number of migrations to apply must be at least 1.");
        }
        if (count > versioned.size()) {
            throw new MigrationException("up(" + count + "): versioned migrations pending: " + versioned.size()
                    + ". Use up() to apply all of them.");
        }
        return migrate(run, status, status.pendingUpTo(versioned.get(count - 1).getVersion()));
    }

    @Override
    public List<Migration> upTo(String version) {
        MigrationVersion target = MigrationStatus.version(version);
        if (isFirstWayTo(target)) {
            List<Migration> applied = migrateAll(run(loaded.get().catalog().beyond(target), RunProgress.UNOBSERVED));
            requireThere(version, target, applied);
            return applied;
        }
        // Flyway would begin an empty database with the newest baseline script, whatever the target.
        Run run = run(loaded.get().catalog().baselinesAbove(target), RunProgress.UNOBSERVED);
        MigrationStatus status = run.status().withoutFailure();
        if (!status.has(target)) {
            throw status().unknown(version);
        }
        refuseBelowStart("upTo(\"" + version + "\")", target, status);
        if (!status.hasPendingUpTo(target) && status.currentVersion().compareTo(target) > 0) {
            throw new MigrationException("upTo(\"" + version + "\") only goes up, but the database is at "
                    + status.place() + ". Use downTo(\"" + version + "\").");
        }
        List<Migration> applied = migrate(run, status, status.pendingUpTo(target));
        if (status.currentVersion().compareTo(target) < 0) {
            requireThere(version, target, applied);
        }
        return applied;
    }

    /**
     * Whether nothing is applied yet, so that what is on the way is known without asking Flyway, which takes as many round
     * trips to tell as some migrations take. A target of the team's may lie below.
     */
    private boolean isFirstWayTo(MigrationVersion target) {
        LoadedMigrations now = loaded.get();
        MigrationVersion ofTheTeam = now.runs().settings().getTarget();
        if (!now.texts().takesEverything()
                || !now.catalog().hasVersion(target)
                || ofTheTeam != null && !ofTheTeam.equals(MigrationVersion.LATEST)) {
            return false;
        }
        try {
            return !now.history().exists(connections);
        } catch (SQLException e) {
            LOG.debug("Whether {} has a history cannot be told: {}", database.name(), e.getMessage());
            return false;
        }
    }

    private static void requireThere(String asked, MigrationVersion target, List<Migration> applied) {
        if (applied.stream().noneMatch(MigrationStatus.is(target))) {
            throw new MigrationException("upTo(\"" + asked + "\") did not get there: Flyway applied " + applied
                    + " and left version " + asked + " out. Look at the Flyway settings.");
        }
    }

    @Override
    public List<Migration> down() {
        return down(1);
    }

    @Override
    public List<Migration> down(int count) {
        UndoPlan plan = undoPlan(status());
        return undo(plan, plan.last(count));
    }

    @Override
    public List<Migration> downTo(String version) {
        MigrationStatus status = status();
        MigrationVersion target = status.known(version);
        if (status.currentVersion().compareTo(target) < 0) {
            throw new MigrationException("downTo(\"" + version + "\") only goes down, but the database is at "
                    + status.place() + ". Use upTo(\"" + version + "\").");
        }
        refuseBelowStart("downTo(\"" + version + "\")", target, status);
        UndoPlan plan = undoPlan(status);
        return undo(plan, plan.above(target));
    }

    private void refuseBelowStart(String what, MigrationVersion target, MigrationStatus status) {
        if (start.isSomething()) {
            status.stamp().filter(stamp -> stamp.compareTo(target) > 0).ifPresent(stamp -> {
                throw new MigrationException(what + ": the database begins at version " + stamp + " with " + start
                        + ", which nothing undoes. Nothing has been changed.");
            });
        }
    }

    @Override
    public List<Migration> downToBase() {
        UndoPlan plan = undoPlan(status());
        return undo(plan, plan.all());
    }

    @Override
    public void stamp(String version) {
        MigrationStatus status = status().withoutFailure();
        MigrationVersion target = MigrationStatus.version(version);
        if (status.hasVersionedHistory()) {
            throw new MigrationException("stamp(\"" + version + "\"): " + historyTable()
                    + " already says that the database is at " + status.place()
                    + ". Only a database without a history can be stamped.");
        }
        if (!status.has(target) && !status.isBelowAll(target)) {
            throw status.unknown(version);
        }
        stamp("stamp(\"" + version + "\")", target);
    }

    @Override
    public void begin() {
        if (start.isSomething()) {
            beginning
                    .of(status().withoutFailure())
                    .ifPresent(version -> stamp("baseline = \"" + version + "\"", version));
        }
    }

    private void stamp(String what, MigrationVersion version) {
        try {
            // Flyway stamps only where there is no table, not even one that downToBase() has emptied.
            loaded.get().history().drop(connections);
            FluentConfiguration flyway =
                    loaded.get().runs().without(Set.of(), connections).baselineVersion(version);
            TurnedDownLog.in(() -> flyway.load().baseline());
        } catch (FlywayException e) {
            throw loaded.get().errors().failed(what, e);
        } catch (SQLException e) {
            throw new MigrationException(
                    what + ": " + historyTable() + ", which says nothing of versions, cannot be dropped: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public String preview() {
        List<MigrationInfo> pending = status().withoutFailure().pending();
        return pending.isEmpty() ? "" : new MigrationPreview(loaded.get(), database, scratch).of(pending);
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
    public Map<String, String> sources() {
        return loaded.get().catalog().sources();
    }

    @Override
    public List<VersionedMigration> baselines() {
        LoadedMigrations now = loaded.get();
        return now.catalog().baselines().map(now::baseline).toList();
    }

    @Override
    public List<RepeatableMigration> repeatables() {
        LoadedMigrations now = loaded.get();
        return now.catalog().hasRepeatables()
                ? status().pending().stream()
                        .filter(migration -> migration.getVersion() == null)
                        .filter(migration -> refusal(migration).isEmpty())
                        .map(migration -> new RepeatableMigration(
                                MigrationInfoMapper.migration(migration),
                                now.catalog().file(migration.getScript()).map(now.texts()::filled),
                                now.catalog().file(migration.getScript()).map(now.texts()::original)))
                        .toList()
                : List.of();
    }

    @Override
    public List<MigrationCallback> callbacks() {
        LoadedMigrations now = loaded.get();
        return Stream.concat(
                        now.catalog()
                                .callbacksOfMigrating()
                                .map(script -> new MigrationCallback(
                                        Optional.of(now.texts().filled(script)),
                                        script.filename().contains(FOR_EACH),
                                        script.filename().contains(FOR_EACH_STATEMENT))),
                        Arrays.stream(now.runs().settings().getCallbacks())
                                .map(unknown -> new MigrationCallback(Optional.empty(), true, true)))
                .toList();
    }

    @Override
    public void up(List<Migration> chosen, MigrationObserver observer) {
        Set<String> scripts = chosen.stream().map(Migration::script).collect(Collectors.toSet());
        if (scripts.isEmpty()) {
            return;
        }
        Run run = run(otherBaselines(scripts), observer);
        MigrationStatus status = run.status().withoutFailure();
        migrate(
                run,
                status,
                status.pending().stream()
                        .filter(migration -> scripts.contains(migration.getScript()))
                        .toList());
    }

    /**
     * The baseline scripts that are neither chosen nor applied. With one in sight, Flyway would not let those below it go up
     * one by one; and one that is applied it would miss.
     */
    private Set<String> otherBaselines(Set<String> chosen) {
        Set<String> others =
                loaded.get().catalog().baselines().map(Migration::script).collect(Collectors.toSet());
        if (others.isEmpty()) {
            return others;
        }
        others.removeAll(chosen);
        status().applied().forEach(row -> others.remove(row.getScript()));
        return others;
    }

    @Override
    public UndoSession undoSession() {
        return new FlywayUndoSession(loaded.get(), connections, undoPlan(status()));
    }

    @Override
    public void again(Migration migration) {
        new RepeatedRun(loaded.get(), connections).execute(migration);
    }

    /**
     * Applies whatever is pending, without having asked what that is: it takes Flyway as many round trips to tell as some
     * migrations take. Where one has failed half-way before, Flyway does not go on from there, and only then it is looked at.
     */
    private List<Migration> migrateAll(Run run) {
        long begin = System.nanoTime();
        try {
            migrate(run);
        } catch (MigrationException e) {
            if (run.progress().running().isEmpty()) {
                run.status().withoutFailure();
            }
            throw e;
        }
        List<Migration> applied = run.progress().applied();
        log("applied", applied, run.progress().observer(), begin);
        return applied;
    }

    /** Applies these of the pending migrations; on the embedded engine, as far as it can take them. */
    private List<Migration> migrate(Run all, MigrationStatus status, List<MigrationInfo> wanted) {
        UpPlan plan = UpPlan.plan(wanted, this::refusal);
        List<Migration> applied = List.of();
        if (plan.isPossible()) {
            refuseCallbacks();
            List<MigrationInfo> withheld = plan.withheld(status);
            Run run = withheld.isEmpty() ? all : part(all, status, withheld);
            long begin = System.nanoTime();
            migrate(run);
            applied = run.progress().applied();
            log("applied", applied, run.progress().observer(), begin);
        }
        plan.refused().map(UpPlan.Refused::reason).ifPresent(refused -> {
            MigrationErrors errors = loaded.get().errors();
            throw plan.versionBelowRefused(status)
                    .map(below -> errors.refused(refused, below))
                    .orElseGet(() -> errors.refused(refused));
        });
        return applied;
    }

    private Run part(Run all, MigrationStatus status, List<MigrationInfo> withheld) {
        Set<String> scripts = new HashSet<>(all.withheld());
        withheld.forEach(migration -> scripts.add(migration.getScript()));
        boolean isMissed = withheld.stream().anyMatch(status::isRepetition);
        if (isMissed) {
            all.validate();
        }
        return run(scripts, all.progress().observer(), flyway -> {
            if (isMissed) {
                flyway.validateOnMigrate(false);
            }
        });
    }

    private Optional<NeedsSqlServerException> refusal(MigrationInfo migration) {
        LoadedMigrations now = loaded.get();
        return now.catalog().file(migration.getScript()).flatMap(now.texts()::refusal);
    }

    private void refuseCallbacks() {
        LoadedMigrations now = loaded.get();
        now.catalog()
                .callbacksOfMigrating()
                .flatMap(callback -> now.texts().refusal(callback).stream())
                .findFirst()
                .ifPresent(refused -> {
                    throw loaded.get().errors().refused(refused);
                });
    }

    /** Whoever looks at each step says himself how far it is. */
    private void migrate(Run run) {
        if (run.progress().observer() != RunProgress.UNOBSERVED) {
            execute(run);
            return;
        }
        try (LongStep step = LongStep.begin(LOG, "Migrating " + database.name())) {
            run.progress().tell(step::at);
            execute(run);
        }
    }

    private void execute(Run run) {
        MigrationErrors errors = loaded.get().errors();
        RunProgress progress = run.progress();
        try {
            loaded.get().runs().migrate(run.flyway(), progress);
        } catch (FlywayException e) {
            progress.throwIfBrokenOff();
            throw progress.running()
                    .map(running -> errors.failed(
                            "Migration " + MigrationInfoMapper.migration(running),
                            running.getScript(),
                            progress.inTransaction(),
                            e))
                    .orElseGet(() -> errors.failed("Migrating", e));
        }
    }

    private List<Migration> undo(UndoPlan plan, List<UndoStep> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        long begin = System.nanoTime();
        UndoRun run = new UndoRun(loaded.get(), connections, plan, steps, RunProgress.UNOBSERVED);
        List<Migration> undone =
                LongStep.during(LOG, "Undoing migrations of " + database.name(), step -> run.execute());
        log("undone", undone, RunProgress.UNOBSERVED, begin);
        return undone;
    }

    /** Whoever looks at each step says himself what was done. */
    private void log(String what, List<Migration> migrations, MigrationObserver observer, long begin) {
        if (observer == RunProgress.UNOBSERVED && !migrations.isEmpty()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            TimeSpent.ofThisJvm().add(TimeSpent.Kind.MIGRATION, migrations.size(), took, database.name());
            LOG.info(
                    "{}: {} {} in {} ms, the last one {}.",
                    database.name(),
                    migrations.size() == 1 ? "1 migration" : migrations.size() + " migrations",
                    what,
                    took.toMillis(),
                    migrations.get(migrations.size() - 1));
        }
    }

    private UndoPlan undoPlan(MigrationStatus status) {
        LoadedMigrations now = loaded.get();
        List<AppliedVersion> applied = AppliedVersions.lastFirst(status.all());
        // What the database began with has been made by nobody here.
        List<AppliedVersion> ours = start.isSomething()
                ? applied.stream()
                        .filter(version -> version.origin() != AppliedVersion.Origin.STAMPED)
                        .toList()
                : applied;
        return new UndoPlan(ours, status.hasRepeatables(), now.catalog(), now.texts());
    }

    private MigrationStatus status() {
        return run().status();
    }

    private Run run() {
        return run(Set.of(), RunProgress.UNOBSERVED);
    }

    private Run run(Set<String> withheld, MigrationObserver observer) {
        return run(withheld, observer, flyway -> {});
    }

    private Run run(Set<String> withheld, MigrationObserver observer, Consumer<FluentConfiguration> settings) {
        RunProgress progress = new RunProgress(
                observer, loaded.get().runs().isGrouped(), loaded.get().runs().sessionUse());
        try {
            FluentConfiguration flyway = loaded.get().runs().without(withheld, connections);
            flyway.callbacks(Stream.concat(Arrays.stream(progress.callbacks()), Arrays.stream(flyway.getCallbacks()))
                    .toArray(Callback[]::new));
            settings.accept(flyway);
            return new Run(TurnedDownLog.in(flyway::load), progress, withheld);
        } catch (FlywayException e) {
            throw MigrationErrors.refused("The configuration", e);
        }
    }

    /**
     * Flyway, and who watches it. Making one takes longer than asking it.
     *
     * @param flyway set up
     * @param progress told of every migration
     * @param withheld what it does not see of the locations
     */
    private record Run(Flyway flyway, RunProgress progress, Set<String> withheld) {
        MigrationStatus status() {
            try {
                return MigrationStatus.of(TurnedDownLog.in(flyway::info));
            } catch (FlywayException e) {
                throw MigrationErrors.refused("Reading the migrations", e);
            }
        }

        /** Does before a run of a part what that run would do, if it saw everything. */
        void validate() {
            if (flyway.getConfiguration().isValidateOnMigrate()) {
                try {
                    TurnedDownLog.in(() -> {
                        flyway.validate();
                        return flyway;
                    });
                } catch (FlywayException e) {
                    throw MigrationErrors.refused("Migrating", e);
                }
            }
        }
    }
}
