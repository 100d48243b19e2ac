package dev.palindrome.migration;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** {@link Migrations} on Flyway's public API. */
final class FlywayMigrations implements Migrations {

    private final Database database;
    private final Databases scratch;
    private final FlywaySetup setup;
    private final Lazy<Loaded> loaded = new Lazy<>(this::load);

    /** What is read from the locations at the first call, and not again. */
    private record Loaded(MigrationCatalog catalog, ScriptTexts texts, FlywayRuns runs, HistoryTable history) {}

    FlywayMigrations(Database database, Databases scratch, MigrationSettings settings) {
        this.database = database;
        this.scratch = scratch;
        this.setup = new FlywaySetup(settings, classLoader());
    }

    @Override
    public List<Migration> all() {
        return Arrays.stream(info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(FlywayMigrations::migration)
                .toList();
    }

    @Override
    public List<Migration> pending() {
        return Arrays.stream(info().pending()).map(FlywayMigrations::migration).toList();
    }

    @Override
    public List<AppliedMigration> history() {
        return new History(applied().map(FlywayMigrations::appliedMigration).toList());
    }

    @Override
    public String historyTable() {
        return loaded.get().history().toString();
    }

    @Override
    public Optional<Migration> current() {
        return Optional.ofNullable(info().current())
                .filter(migration -> migration.getVersion() != null)
                .map(FlywayMigrations::migration);
    }

    @Override
    public List<Migration> up() {
        return climb(List.of(info().pending()));
    }

    @Override
    public List<Migration> up(int count) {
        List<MigrationInfo> versioned = versioned(info().pending());
        if (count < 1) {
            throw new MigrationException("up(" + count + "): the number of migrations to apply must be at least 1.");
        }
        if (count > versioned.size()) {
            throw new MigrationException("up(" + count + "): only " + versioned.size()
                    + " versioned migrations are pending. Use up() to apply all of them.");
        }
        return upTo(versioned.get(count - 1).getVersion());
    }

    @Override
    public List<Migration> upTo(String version) {
        MigrationVersion target = known(version);
        boolean pending = versioned(info().pending()).stream()
                .anyMatch(migration -> migration.getVersion().compareTo(target) <= 0);
        if (!pending && currentVersion().compareTo(target) > 0) {
            throw new MigrationException("upTo(\"" + version + "\") only goes up, but the database is at version "
                    + currentVersion() + ". Use downTo(\"" + version + "\").");
        }
        return upTo(target);
    }

    @Override
    public List<Migration> down() {
        return down(1);
    }

    @Override
    public List<Migration> down(int count) {
        return undo(undoPlan().last(count));
    }

    @Override
    public List<Migration> downTo(String version) {
        MigrationVersion target = known(version);
        if (currentVersion().compareTo(target) < 0) {
            throw new MigrationException("downTo(\"" + version + "\") only goes down, but the database is at "
                    + (currentVersion().equals(MigrationVersion.EMPTY) ? "base" : "version " + currentVersion())
                    + ". Use upTo(\"" + version
                    + "\").");
        }
        return undo(undoPlan().above(target));
    }

    @Override
    public List<Migration> downToBase() {
        return undo(undoPlan().all());
    }

    @Override
    public void stamp(String version) {
        MigrationVersion target = version(version);
        List<MigrationInfo> versioned = versioned(info().all());
        if (applied().findAny().isPresent()) {
            throw new MigrationException("stamp(\"" + version + "\"): " + historyTable()
                    + " already says that the database is at version " + currentVersion()
                    + ". Only a database without a history can be stamped.");
        }
        boolean exists =
                versioned.stream().anyMatch(migration -> migration.getVersion().equals(target));
        boolean belowAll =
                versioned.stream().allMatch(migration -> migration.getVersion().compareTo(target) > 0);
        if (!exists && !belowAll) {
            throw unknown(version);
        }
        try {
            everything().baselineVersion(target).load().baseline();
        } catch (FlywayException e) {
            throw refused("stamp(\"" + version + "\")", e);
        }
    }

    @Override
    public String preview() {
        List<MigrationInfo> pending = List.of(info().pending());
        Loaded now = loaded.get();
        return pending.isEmpty()
                ? ""
                : new Preview(now.runs(), now.catalog(), now.texts(), database, scratch).of(pending);
    }

    private List<Migration> upTo(MigrationVersion target) {
        MigrationInfo[] pending = info().pending();
        boolean toTheTop = versioned(pending).stream()
                .allMatch(migration -> migration.getVersion().compareTo(target) <= 0);
        return climb(Arrays.stream(pending)
                .filter(migration -> migration.getVersion() == null
                        ? toTheTop
                        : migration.getVersion().compareTo(target) <= 0)
                .toList());
    }

    /** Applies these of the pending migrations; on the embedded engine, as far as it can take them. */
    private List<Migration> climb(List<MigrationInfo> chosen) {
        Loaded now = loaded.get();
        Climb climb = Climb.plan(chosen, migration -> refusal(now, migration));
        Progress progress = new Progress();
        if (!climb.chosen().isEmpty()) {
            FluentConfiguration flyway = climb.configure(now.runs(), info().pending(), database.dataSource());
            run(flyway, progress, "Migration");
        }
        climb.refused().ifPresent(refused -> {
            throw new MigrationException(refused.getMessage(), refused.script(), refused.line(), refused);
        });
        return progress.done().stream().map(FlywayMigrations::migration).toList();
    }

    private static Optional<dev.palindrome.tsql.NeedsSqlServerException> refusal(Loaded now, MigrationInfo migration) {
        return now.catalog().file(migration.getScript()).flatMap(now.texts()::refusal);
    }

    private List<Migration> undo(List<UndoStep> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        Loaded now = loaded.get();
        steps.forEach(step -> refuseUndo(now, step));
        UndoRun run = new UndoRun(now.runs(), database.dataSource(), now.history(), steps);
        Progress progress = run.new Corrections();
        try {
            run.execute(progress);
        } catch (FlywayException e) {
            throw progress.running()
                    .map(running -> failed(
                            "Undo of " + run.step(running).applied().migration(),
                            run.step(running).undo().name(),
                            e))
                    .orElseGet(() -> refused("Undo", e));
        }
        return progress.done().stream()
                .map(done -> run.step(done).applied().migration())
                .toList();
    }

    private static void refuseUndo(Loaded now, UndoStep step) {
        if (step.undo() instanceof Undo.Script script) {
            now.texts().refusal(script.file()).ifPresent(refused -> {
                throw new MigrationException(refused.getMessage(), refused.script(), refused.line(), refused);
            });
        }
    }

    private void run(FluentConfiguration flyway, Progress progress, String what) {
        flyway.callbacks(Stream.concat(Stream.of(progress), Arrays.stream(flyway.getCallbacks()))
                .toArray(org.flywaydb.core.api.callback.Callback[]::new));
        try {
            flyway.load().migrate();
        } catch (FlywayException e) {
            throw progress.running()
                    .map(running -> failed(what + " " + migration(running), running.getScript(), e))
                    .orElseGet(() -> refused(what, e));
        }
    }

    private MigrationException failed(String what, String script, FlywayException e) {
        MigrationFailure failure = new MigrationFailure(e);
        String blamed = failure.script().orElse(script);
        int line = failure.line();
        ScriptTexts texts = loaded.get().texts();
        String statement = loaded.get()
                .catalog()
                .file(blamed)
                .filter(file -> line > 0)
                .flatMap(file -> texts.statementAt(file, line))
                .map(text -> "\nStatement: " + text.indent(2).strip())
                .orElse("");
        return new MigrationException(
                what + " failed" + (line > 0 ? " (" + blamed + ", line " + line + ")" : "") + ": " + failure.reason()
                        + statement + aftermath(),
                blamed,
                line,
                e);
    }

    private String aftermath() {
        return database.engine() == EngineKind.EMBEDDED
                ? "\nThe embedded engine cannot roll DDL back: what the script did before this line is still there."
                : "";
    }

    private static MigrationException refused(String what, FlywayException e) {
        MigrationFailure failure = new MigrationFailure(e);
        return new MigrationException(what + " was refused by Flyway: " + failure.reason(), e);
    }

    private UndoPlan undoPlan() {
        Loaded now = loaded.get();
        List<AppliedVersion> applied = AppliedVersions.lastFirst(info().all());
        return new UndoPlan(applied, now.catalog()::undo, this::isIrreversible);
    }

    private boolean isIrreversible(Undo undo) {
        return undo instanceof Undo.Script script
                && UndoHead.irreversible(
                                script.file().text(setup.configuration().getEncoding()))
                        .isPresent();
    }

    private MigrationVersion known(String version) {
        MigrationVersion wanted = version(version);
        if (versioned(info().all()).stream()
                .noneMatch(migration -> migration.getVersion().equals(wanted))) {
            throw unknown(version);
        }
        return wanted;
    }

    private static MigrationVersion version(String version) {
        if (!version.matches("\\d+([._]\\d+)*")) {
            throw new MigrationException("\"" + version
                    + "\" is not a version. A version is written as in the file's name," + " such as 3 or 1.1.");
        }
        return MigrationVersion.fromVersion(version);
    }

    private MigrationException unknown(String version) {
        String versions = String.join(
                ", ",
                versioned(info().all()).stream()
                        .map(migration -> migration.getVersion().getVersion())
                        .distinct()
                        .toList());
        return new MigrationException("There is no version " + version + ". The versions are: " + versions + ".");
    }

    private MigrationVersion currentVersion() {
        MigrationInfo current = info().current();
        return current == null || current.getVersion() == null ? MigrationVersion.EMPTY : current.getVersion();
    }

    private Stream<MigrationInfo> applied() {
        return Arrays.stream(info().applied());
    }

    private static List<MigrationInfo> versioned(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> migration.getVersion() != null)
                .toList();
    }

    private MigrationInfoService info() {
        try {
            return everything().load().info();
        } catch (FlywayException e) {
            throw refused("Reading the migrations", e);
        }
    }

    private FluentConfiguration everything() {
        return loaded.get().runs().everything(database.dataSource());
    }

    static Migration migration(MigrationInfo info) {
        return new Migration(
                info.getVersion() == null
                        ? Migration.REPEATABLE
                        : info.getVersion().getVersion(),
                info.getDescription(),
                info.getScript());
    }

    /** Flyway notes in its history that it made a schema, too: a row that is no migration and has no version. */
    private static String versionText(MigrationInfo info) {
        if (info.getVersion() != null) {
            return info.getVersion().getVersion();
        }
        return info.getType().isSynthetic() ? "" : Migration.REPEATABLE;
    }

    private static AppliedMigration appliedMigration(MigrationInfo info) {
        return new AppliedMigration(
                migration(info),
                info.getType().name(),
                info.getInstalledOn().toInstant(),
                Duration.ofMillis(Optional.ofNullable(info.getExecutionTime()).orElse(0)),
                !info.getState().isFailed());
    }

    private Loaded load() {
        MigrationCatalog catalog = MigrationCatalog.read(setup);
        FluentConfiguration flyway = setup.configuration();
        HistoryTable history = new HistoryTable(defaultSchema(flyway), flyway.getTable());
        ScriptTexts texts = texts(flyway, catalog, history);
        return new Loaded(catalog, texts, new FlywayRuns(setup, catalog, texts), history);
    }

    private ScriptTexts texts(FluentConfiguration flyway, MigrationCatalog catalog, HistoryTable history) {
        Map<String, String> builtIn = Map.of(
                "database", database.name(),
                "user", database.username(),
                "defaultSchema", history.schema(),
                "table", history.name(),
                "environment", "default",
                "workingDirectory", System.getProperty("user.dir"),
                "timestamp", java.time.LocalDateTime.now().toString());
        Placeholders placeholders = new Placeholders(flyway, builtIn);
        if (database.engine() != EngineKind.EMBEDDED) {
            return new SqlServerTexts(flyway.getEncoding(), placeholders);
        }
        List<ScriptFile> configurations = catalog.forMigrating()
                .filter(file -> file.filename().endsWith(".conf"))
                .toList();
        return new H2Texts(
                flyway, placeholders, new ScriptOptions(configurations, file -> file.text(flyway.getEncoding())));
    }

    private String defaultSchema(FluentConfiguration flyway) {
        if (flyway.getDefaultSchema() != null) {
            return flyway.getDefaultSchema();
        }
        if (flyway.getSchemas().length > 0) {
            return flyway.getSchemas()[0];
        }
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getSchema();
        } catch (SQLException e) {
            throw new MigrationException("Cannot connect to " + database.name() + ": " + e.getMessage(), e);
        }
    }

    private static ClassLoader classLoader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(FlywayMigrations.class::getClassLoader);
    }
}
