package dev.palindrome;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.Migrations;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.production.LegacyScript;
import dev.palindrome.production.MaskRules;
import dev.palindrome.report.RoundTripFiles;
import dev.palindrome.report.UndoDrafts;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.reset.SnapshotTaker;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.RandomSeed;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.Seeder;
import dev.palindrome.seed.Seeding;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.text.VisibleText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database under test: made when it is started, migrated, and dropped when it is closed. For tests without JUnit, or
 * with a life cycle of their own; with JUnit, {@code @MigratedDatabase} does this.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.builder().target("3").start()) {
 *     database.migrations().up(1);
 * }
 * }</pre>
 *
 * <p>Instances may be used by several threads, as far as what they do to the database does not get in each other's way.
 */
public final class TestDatabase implements AutoCloseable {

    private static final VisibleLog LOG = VisibleLog.of(TestDatabase.class);

    /** Flyway's names for a schema that it made, and for a version that was stamped. */
    private static final Set<String> NO_MIGRATIONS = Set.of("SCHEMA", "BASELINE");

    private final Database database;
    private final Migrations migrations;
    private final Plan plan;
    private final OptionalInt appliedAtStart;
    private final boolean cloned;
    private final Deque<Snapshot> snapshots = new ConcurrentLinkedDeque<>();
    private final List<Runnable> connectionsEnded = new CopyOnWriteArrayList<>();

    private TestDatabase(
            Database database, Migrations migrations, Plan plan, OptionalInt appliedAtStart, boolean cloned) {
        this.database = database;
        this.migrations = migrations;
        this.plan = plan;
        this.appliedAtStart = appliedAtStart;
        this.cloned = cloned;
    }

    /**
     * Begins to describe a database.
     *
     * @return a builder with the defaults of the settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The database's name on its server.
     *
     * @return a name that begins with {@code palindrome_}
     */
    public String name() {
        return database.name();
    }

    /**
     * The engine it is on.
     *
     * @return {@link EngineKind#SQL_SERVER} or {@link EngineKind#EMBEDDED}
     */
    public EngineKind engine() {
        return database.engine();
    }

    /**
     * Where to connect. What {@code palindrome.url} says is all in it, also what is secret: with a
     * {@code trustStorePassword} or a {@code keyStoreSecret} there, keep it out of logs.
     *
     * @return a JDBC URL without user and password
     */
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /**
     * The user to connect as.
     *
     * @return a login that owns the database; empty where {@code palindrome.url} says how to do without one, as
     *     {@code integratedSecurity=true} does, and {@code palindrome.username} names none
     */
    public String username() {
        return database.username();
    }

    /**
     * The user's password.
     *
     * @return the password in clear; keep it out of logs. Empty where there is none, as on the embedded engine
     */
    public String password() {
        return database.password();
    }

    /**
     * Opens connections to the database.
     *
     * @return a data source that does not pool; put your own pool on top where the code under test needs one
     */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /**
     * The database's migrations, up and down.
     *
     * @return the same object at every call
     */
    public Migrations migrations() {
        return migrations;
    }

    /**
     * Whether the database is a copy of one that was made before with the same migrations and rows.
     *
     * @return false where it was migrated and seeded by itself
     */
    public boolean isCloned() {
        return cloned;
    }

    /**
     * How many migrations had been applied when the database was handed out, by itself or by the one that it was cloned
     * from.
     *
     * @return 0 if it was to be at {@code base}; asks the database only where this JVM has not migrated it
     */
    public int migrationsAppliedAtStart() {
        return appliedAtStart.orElseGet(() -> (int) migrations.history().stream()
                .filter(row -> !NO_MIGRATIONS.contains(row.type()))
                .count());
    }

    /**
     * The database's schema as it is now.
     *
     * @return tables and everything else that migrations create
     */
    public SchemaSnapshot schema() {
        try (Connection connection = dataSource().getConnection()) {
            return SchemaReader.of(connection)
                    .leavingOut(TableName.parse(migrations.historyTable()))
                    .read(connection);
        } catch (SQLException e) {
            throw new PalindromeException("The schema of " + name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The number that generated rows follow from; the same number gives the same rows.
     *
     * @return the setting {@code palindrome.random-seed}, or its default
     * @throws dev.palindrome.seed.SeedException if the setting is no whole number
     */
    public long randomSeed() {
        return RandomSeed.of(plan.settings());
    }

    /**
     * Puts rows in: files, scripts, generated rows and seeders.
     *
     * @param seeds which rows
     * @throws dev.palindrome.seed.SeedException if that fails
     */
    public void seed(SeedPlan seeds) {
        plan.seed(database, migrations, seeds);
    }

    /**
     * Remembers what the database is like now, to bring it back as often as wanted. Several snapshots may be open at once.
     *
     * @return the snapshot; this database closes it with itself at the latest
     * @throws dev.palindrome.reset.OpenTransactionException if somebody has written and not committed
     * @throws dev.palindrome.reset.ResetException if it cannot be done
     */
    public Snapshot snapshot() {
        Snapshot snapshot = new SnapshotTaker(database, plan.databases(), this::tellConnectionsEnded).take();
        snapshots.removeIf(Snapshot::isClosed);
        snapshots.add(snapshot);
        return snapshot;
    }

    /**
     * Asks to be told when a reset has ended all connections to this database, so that a pool can let go of those that it
     * holds. SQL Server does that where a snapshot brings the whole database back by other means than T-SQL, also if it fails
     * later on, or sets READ_COMMITTED_SNAPSHOT again; the embedded engine never does.
     *
     * <pre>{@code
     * database.onConnectionsEnded(() -> hikari.getHikariPoolMXBean().softEvictConnections());
     * }</pre>
     *
     * @param listener is run after each such reset, on the thread that asked for the reset, before the next test begins; what
     *     it throws, the reset throws
     */
    public void onConnectionsEnded(Runnable listener) {
        connectionsEnded.add(Objects.requireNonNull(listener, "listener"));
    }

    private void tellConnectionsEnded() {
        connectionsEnded.forEach(Runnable::run);
    }

    /**
     * Sends every migration up to the target up, down and up again, in databases of its own on the same engine. This
     * database is not touched. Drafts of undo scripts are written to {@code target/palindrome/undo-drafts}, and reports to
     * where the setting {@code palindrome.report-dir} says.
     *
     * @return what came of it
     * @throws PalindromeException if it cannot be done at all
     */
    public RoundTripReport verifyRoundTrips() {
        return verifyRoundTrips(RoundTripOptions.none());
    }

    /**
     * The same with exclusions, or with rows of one's own.
     *
     * @param wanted what is left out, and what is added
     * @return what came of it
     * @throws PalindromeException if it cannot be done at all
     */
    public RoundTripReport verifyRoundTrips(RoundTripOptions wanted) {
        return plan.verifyRoundTrips(wanted);
    }

    /**
     * Keeps the database as it is now for a person to look at after this JVM has ended. On a server that goes on running
     * the database itself stays, and {@link #close} leaves it alone.
     *
     * @param directory where to write, made if it is missing
     * @return the file that says how to open what was kept
     * @throws dev.palindrome.error.PalindromeException if it cannot be kept
     */
    public Path keep(Path directory) {
        return database.keep(directory);
    }

    /**
     * Whether {@link #keep} has kept the database itself and not a copy. Tests that follow need another one then, or they
     * would change what was kept.
     *
     * @return always false on the embedded engine, and on a server that ends with this JVM: there copies are kept
     */
    public boolean isKept() {
        return database.isKeptOnServer();
    }

    /**
     * Drops the database, with its snapshots and whatever is still connected to it. Does nothing the second time.
     *
     * @throws PalindromeException if something of it stays behind; all the rest has been dropped then
     */
    @Override
    public void close() {
        try (database) {
            EachInTurn.run(lastTakenFirst().map(snapshot -> snapshot::close));
        }
    }

    private Stream<Snapshot> lastTakenFirst() {
        return Stream.generate(snapshots::pollLast).takeWhile(Objects::nonNull);
    }

    /**
     * The database without anything secret.
     *
     * @return name and engine
     */
    @Override
    public String toString() {
        return name() + " on " + engine();
    }

    /** Describes a database; what is not said is as configured. Not for several threads. */
    public static final class Builder {

        private static final String BASE = "base";

        /** How many migrations this JVM has applied in the first database of each kind, of which others are cloned. */
        private static final Map<TemplateKey, Integer> APPLIED = new ConcurrentHashMap<>();

        private EngineKind engine = EngineKind.AUTO;
        private Optional<String> image = Optional.empty();
        private List<String> locations = List.of();
        private Optional<String> target = Optional.empty();
        private Map<String, String> flyway = Map.of();
        private Optional<String> schemaScript = Optional.empty();
        private Optional<String> backup = Optional.empty();
        private Optional<String> baseline = Optional.empty();
        private Optional<String> collation = Optional.empty();
        private final Map<String, String> options = new LinkedHashMap<>();
        private MaskRules mask = MaskRules.none();
        private SeedPlan seeds = SeedPlan.empty();
        private String purpose = "test";
        private Settings settings = Settings.system();
        private boolean reports = true;

        private Builder() {}

        /**
         * Chooses the engine.
         *
         * @param engine {@link EngineKind#AUTO}, the default, leaves it to the setting {@code palindrome.engine}
         * @return this builder
         */
        public Builder engine(EngineKind engine) {
            this.engine = engine;
            return this;
        }

        /**
         * Chooses the SQL Server image, for the container engine.
         *
         * @param image such as {@code mcr.microsoft.com/mssql/server:2025-latest}; the default is the setting
         *     {@code palindrome.image}
         * @return this builder
         */
        public Builder image(String image) {
            this.image = Optional.of(image);
            return this;
        }

        /**
         * Says where the migrations lie.
         *
         * @param locations Flyway locations, {@code classpath:} or {@code filesystem:}; without any, the Flyway setting
         *     {@code locations}, else {@code classpath:db/migration}
         * @return this builder
         */
        public Builder locations(String... locations) {
            this.locations = List.of(locations);
            return this;
        }

        /**
         * Chooses how far to migrate at the start.
         *
         * @param version a version such as {@code 3} or {@code 1.1}, or {@code base}: nothing is migrated yet; the
         *     default is everything
         * @return this builder
         */
        public Builder target(String version) {
            this.target = Optional.of(version);
            return this;
        }

        /**
         * Hands Flyway's own settings in, such as {@code placeholders.env}, {@code defaultSchema} or {@code table}.
         *
         * @param settings by name, with or without {@code flyway.} before it
         * @return this builder
         */
        public Builder flyway(Map<String, String> settings) {
            this.flyway = Map.copyOf(settings);
            return this;
        }

        /**
         * Lets the database begin with what a script makes, as SQL Server Management Studio, mssql-scripter or sqlpackage
         * write it of an existing database. Migrations run on top of it.
         *
         * @param location with {@code classpath:}, which may be left out, or {@code filesystem:}
         * @return this builder
         * @see #baseline
         */
        public Builder schemaScript(String location) {
            this.schemaScript = Optional.of(location);
            return this;
        }

        /**
         * Says which version the database begins with, where it begins with something. The history is stamped with it, and
         * migrations up to it never run.
         *
         * @param version such as {@code 1}; {@code 0} to run every migration. The default is what the history says that the
         *     contents bring along, or Flyway's setting {@code baselineVersion}
         * @return this builder
         */
        public Builder baseline(String version) {
            this.baseline = Optional.of(version);
            return this;
        }

        /**
         * Chooses the database's collation.
         *
         * @param collation such as {@code Latin1_General_100_CS_AS}; the default is the server's
         * @return this builder
         */
        public Builder collation(String collation) {
            this.collation = Optional.of(collation);
            return this;
        }

        /**
         * Sets a database option, as {@code ALTER DATABASE … SET} takes it.
         *
         * @param name such as {@code READ_COMMITTED_SNAPSHOT}
         * @param value such as {@code ON}
         * @return this builder
         */
        public Builder option(String name, String value) {
            options.put(name, value);
            return this;
        }

        /**
         * Begins with a backup of SQL Server's instead of an empty database: the last full backup in the file is restored
         * under another name, and the migrations that its history does not know run on top of it. Needs SQL Server.
         *
         * <p>Its rows are as they were in the original until they are {@linkplain #mask masked}, which happens before anybody
         * sees them. Without rules for that it is refused, unless the setting {@code palindrome.allow-unmasked} is true.
         *
         * @param location a file of this machine, such as {@code backups/prod.bak} or {@code classpath:prod.bak}, which is
         *     copied into the server's container; or, as the server itself sees it, {@code server:/backup/prod.bak}
         * @return this builder
         * @see #baseline
         */
        public Builder backup(String location) {
            this.backup = Optional.of(location);
            return this;
        }

        /**
         * Says what becomes of personal data, after what was said before. The database is masked when it has been migrated and
         * before rows are put in, and before anything is cloned from it; databases of round trips that begin with something
         * are masked before anything else, by those rules of which there is something in them.
         *
         * @param rules which columns become what
         * @return this builder
         */
        public Builder mask(MaskRules rules) {
            this.mask = mask.and(rules);
            return this;
        }

        /**
         * Puts rows in when the database has been migrated, after those that were asked for before.
         *
         * @param seeders in their order
         * @return this builder
         */
        public Builder seed(Seeder... seeders) {
            return seed(SeedPlan.empty().seeders(seeders));
        }

        /**
         * Puts rows in when the database has been migrated, after those that were asked for before: files, scripts,
         * generated rows and seeders.
         *
         * @param plan which rows
         * @return this builder
         */
        public Builder seed(SeedPlan plan) {
            this.seeds = seeds.and(plan);
            return this;
        }

        /**
         * Says what the database is for.
         *
         * @param purpose becomes part of the database's name; the default is {@code test}
         * @return this builder
         */
        public Builder purpose(String purpose) {
            this.purpose = purpose;
            return this;
        }

        /**
         * Says where settings are looked up.
         *
         * @param settings the default are system properties and environment variables
         * @return this builder
         */
        public Builder settings(Settings settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Leaves it to the caller to write the reports and the drafts of round trips.
         *
         * @return this builder
         */
        public Builder withoutReports() {
            this.reports = false;
            return this;
        }

        /**
         * Makes the database, migrates it, and puts its rows in.
         *
         * @return the database, to be closed by the caller
         * @throws dev.palindrome.engine.EngineUnavailableException if there is no engine to make it on
         * @throws PalindromeException if the schema script cannot be read, or if a statement of it fails
         * @throws dev.palindrome.database.DatabaseException if it cannot be made, or a backup not restored; nothing of it stays
         * @throws dev.palindrome.migration.MigrationException if a migration fails; the database is dropped again
         * @throws dev.palindrome.production.MaskException if personal data cannot be masked; the database is dropped again
         * @throws dev.palindrome.seed.SeedException if seeding fails; the database is dropped again
         */
        public TestDatabase start() {
            Plan plan = plan();
            Optional<TemplateKey> key = templateKey(plan);
            AtomicReference<@Nullable Migrations> used = new AtomicReference<>();
            AtomicReference<@Nullable Integer> applied = new AtomicReference<>();
            Database database = plan.databases().create(purpose, plan.options(), key, empty -> {
                ObservedMigrations migrations = plan.migrationsOf(empty);
                migrations.begin();
                int count = migrate(migrations).size();
                key.ifPresent(present -> APPLIED.put(present, count));
                plan.masks().mask(empty);
                plan.seed(empty, migrations, seeds);
                used.set(migrations);
                applied.set(count);
            });
            return new TestDatabase(
                    database,
                    Optional.ofNullable(used.get()).orElseGet(() -> plan.migrationsOf(database)),
                    plan,
                    Optional.ofNullable(applied.get())
                            .or(() -> key.map(APPLIED::get))
                            .map(OptionalInt::of)
                            .orElseGet(OptionalInt::empty),
                    used.get() == null);
        }

        /** Nothing is gained by a template of an empty database. */
        private Optional<TemplateKey> templateKey(Plan plan) {
            if (!plan.migrations().start().isSomething()
                    && mask.isEmpty()
                    && target.filter(BASE::equals).isPresent()
                    && seeds.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> rows = seeds.isEmpty() ? Optional.of("nothing") : Seeding.fingerprint(seeds, settings);
            boolean reuse = settings.isOn(Setting.REUSE) && Seeding.isTheSameInEveryRun(seeds);
            return new InitialContents(plan.options(), plan.migrations(), target, rows)
                    .key(reuse && mask.isEmpty())
                    .map(plan.masks()::of);
        }

        private Plan plan() {
            StartingPoint start = startingPoint();
            return new Plan(
                    Databases.on(Engines.select(new EngineRequest(engine, image, settings))),
                    new DatabaseOptions(collation, options, start),
                    new MigrationSettings(locations, flyway, start, baseline),
                    target.filter(version -> !version.equals(BASE)),
                    new MaskedData(mask, settings),
                    settings,
                    reports);
        }

        private StartingPoint startingPoint() {
            if (schemaScript.isPresent() && backup.isPresent()) {
                throw new PalindromeException("The database cannot begin with both the schema script "
                        + VisibleText.line(schemaScript.get()) + " and the backup " + VisibleText.line(backup.get())
                        + ". Name one of them: what the script adds to the backup is a migration.");
            }
            if (backup.isPresent()) {
                MaskedData.requireRules(backup.get(), mask, settings);
                return new StartingPoint.Backup(new BackupLocation(backup.get()));
            }
            if (schemaScript.isEmpty() && baseline.isPresent()) {
                throw new PalindromeException("baseline = \"" + VisibleText.line(baseline.get())
                        + "\" says which version a database begins with, but this one begins empty. Name what it begins with"
                        + " (schemaScript or backup), or leave baseline out: a script such as B"
                        + VisibleText.line(baseline.get())
                        + "__all.sql beside the migrations needs none.");
            }
            return schemaScript
                    .<StartingPoint>map(location -> LegacyScript.read(location, MigrationSettings.encoding(flyway)))
                    .orElse(StartingPoint.NOTHING);
        }

        /**
         * Sends every migration up to the target up, down and up again, in databases of their own. They need not go up
         * whole.
         *
         * @param wanted what is left out, and what is added
         * @return what came of it
         * @throws PalindromeException if it cannot be done at all
         */
        public RoundTripReport verifyRoundTrips(RoundTripOptions wanted) {
            return plan().verifyRoundTrips(wanted);
        }

        private List<Migration> migrate(Migrations migrations) {
            if (target.isEmpty()) {
                return migrations.up();
            }
            if (target.get().equals(BASE)) {
                migrations.historyTable(); // reads the locations, and says what is wrong with them
                return List.of();
            }
            return migrations.upTo(target.get());
        }
    }

    /**
     * What databases are made from.
     *
     * @param databases makes them
     * @param options what they are like
     * @param migrations what they are migrated with
     * @param upTo the last version, where not all are wanted
     * @param masks what becomes of personal data
     * @param settings where the rest is looked up
     * @param reports whether reports and drafts of round trips are written
     */
    private record Plan(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            Optional<String> upTo,
            MaskedData masks,
            Settings settings,
            boolean reports) {

        RoundTripReport verifyRoundTrips(RoundTripOptions wanted) {
            RoundTripSettings looked = new RoundTripSettings(
                    upTo,
                    settings.find(Setting.ROUND_TRIP_FROM),
                    wanted.excluded(),
                    settings.choice(Setting.COLUMN_ORDER).equals("strict"),
                    RandomSeed.of(settings),
                    wanted.rows());
            RoundTripReport report = RoundTripVerification.verify(masks.on(databases), options, migrations, looked);
            RoundTripReport known = reports ? published(report, wanted) : report;
            NotCompared.check(known.notCompared(), settings);
            return known;
        }

        private RoundTripReport published(RoundTripReport report, RoundTripOptions wanted) {
            String name = RoundTripFiles.nameFor(migrations.locations(), upTo.orElse(""), details(wanted));
            RoundTripReport written = RoundTripFiles.publish(report, name, UndoDrafts.ofThisJvm(), settings);
            LOG.info(
                    "{}: migrations sent up, down and up again: {} in {} ms, {}.",
                    name,
                    written.roundTrips().size(),
                    written.run().map(RoundTripRun::took).orElse(Duration.ZERO).toMillis(),
                    written.isReversible() ? "all pass" : "not all pass");
            return written;
        }

        private SortedMap<String, String> details(RoundTripOptions wanted) {
            SortedMap<String, String> details = new TreeMap<>();
            migrations.flyway().forEach((name, value) -> details.put("flyway." + name, value));
            options.options().forEach((name, value) -> details.put("options." + name, value));
            wanted.excluded().forEach((version, reason) -> details.put("exclude." + version, reason));
            // The name of a lambda's class is another one in each JVM.
            for (VersionRows rows : wanted.rows()) {
                details.put(
                        "rows." + details.size(),
                        rows.getClass().isHidden()
                                ? "a lambda"
                                : rows.getClass().getName());
            }
            options.collation().ifPresent(collation -> details.put("collation", collation));
            if (migrations.start().isSomething()) {
                details.put("start", migrations.start().toString());
            }
            migrations.baseline().ifPresent(baseline -> details.put("baseline", baseline));
            if (!masks.rules().isEmpty()) {
                details.put("mask", masks.rules().digest());
            }
            return details;
        }

        ObservedMigrations migrationsOf(Database database) {
            return ObservedMigrations.of(database, databases, migrations);
        }

        void seed(Database database, Migrations migrations, SeedPlan seeds) {
            Seeding.of(database.dataSource(), TableName.parse(migrations.historyTable()), settings)
                    .run(seeds);
        }
    }
}
