package dev.palindrome.migration.flyway;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.script.IdentityInsert;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.sql.ReusingDataSource;
import dev.palindrome.sql.ScriptedSession;
import dev.palindrome.text.VisibleLog;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** Sets runs of Flyway up: the team's settings, and exactly the scripts that a run may see. */
final class FlywayRuns {

    private static final VisibleLog LOG = VisibleLog.of(FlywayRuns.class);
    private static final String PENDING = "*:pending";

    private final FlywaySetup setup;
    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private final StatementCounts counts;
    private final Lazy<Boolean> grouped;
    private final Lazy<SessionUse> sessionUse = new Lazy<>(this::readSessionUse);
    private final Lazy<Boolean> usesSessionsUp = new Lazy<>(() -> scripts().anyMatch(ScriptedSession::isUsedUpBy));

    /**
     * @param counts is told what statements change
     * @param grouping whether migrations may run in one group where that changes nothing but the time it takes
     */
    FlywayRuns(
            FlywaySetup setup, MigrationCatalog catalog, ScriptTexts texts, StatementCounts counts, boolean grouping) {
        this.setup = setup;
        this.catalog = catalog;
        this.texts = texts;
        this.counts = counts;
        this.grouped = new Lazy<>(() -> grouping && canBeGrouped());
    }

    /** The team's settings, to be read only. */
    Configuration settings() {
        return setup.settings();
    }

    /** A run that does not see some scripts and Java migrations, by what the history calls them. */
    FluentConfiguration without(Collection<String> withheld, DataSource dataSource) {
        return tolerateWhatIsPending(run(
                dataSource,
                resources(script -> !withheld.contains(script.relativePath())),
                catalog.javaMigrations().stream()
                        .filter(migration ->
                                !withheld.contains(migration.getClass().getName()))
                        .toList()));
    }

    /** A run over scripts put together for it, by itself and beside the real history. */
    FluentConfiguration apart(
            DataSource dataSource,
            List<ScriptResource> scripts,
            List<JavaMigration> javaMigrations,
            String historyTable) {
        return run(dataSource, scripts, javaMigrations)
                .table(historyTable)
                .target("latest")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateOnMigrate(false)
                .outOfOrder(false)
                .group(isGrouped());
    }

    List<ScriptResource> resources(Predicate<ScriptFile> seen) {
        return catalog.forMigrating()
                .filter(seen)
                .map(script -> resource(script, script.filename()))
                .toList();
    }

    /** A script under another file name, so that Flyway takes it for another version. */
    ScriptResource resource(ScriptFile script, String filename) {
        return new ScriptResource(filename, script.relativePath(), () -> texts.forFlyway(script));
    }

    /** A file name that Flyway takes for a versioned migration; it writes the description into its log. */
    String versionedName(int version, String description) {
        Configuration flyway = settings();
        return flyway.getSqlMigrationPrefix()
                + version
                + flyway.getSqlMigrationSeparator()
                + description.replace(' ', '_')
                + flyway.getSqlMigrationSuffixes()[0];
    }

    /** The script configuration files of some scripts. */
    List<ScriptResource> configurationsOf(List<ScriptResource> scripts) {
        return scripts.stream()
                .flatMap(script -> catalog.file(script.getRelativePath() + ".conf").stream())
                .map(file -> resource(file, file.filename()))
                .toList();
    }

    /**
     * Whether a run takes its migrations as one group: Flyway reads the history and locks it once then, not before each. H2
     * commits with every change of the schema anyway, and what is between two migrations is committed by
     * {@link RunProgress}. Nobody may be able to tell the difference: neither callbacks, which run before the last migration
     * is committed, nor whoever reads the history, which is committed last; and where some run in a transaction and others
     * do not, Flyway makes no group of them. Who sets {@code group} has decided himself.
     */
    boolean isGrouped() {
        return grouped.get();
    }

    private boolean canBeGrouped() {
        return isTurnedDown()
                && setup.find("group").isEmpty()
                && settings().getCallbacks().length == 0
                && catalog.callbacks().findAny().isEmpty()
                && catalog.configurations().findAny().isEmpty()
                && catalog.javaMigrations().isEmpty()
                && catalog.forMigrating().noneMatch(this::mentionsHistory);
    }

    /** What scripts do to the session that they share with statements of ours. Of what is written in Java nobody can tell. */
    SessionUse sessionUse() {
        return sessionUse.get();
    }

    private SessionUse readSessionUse() {
        boolean inJava = settings().getCallbacks().length > 0;
        boolean isChanged = inJava
                || !catalog.javaMigrations().isEmpty()
                || scripts()
                        .anyMatch(sql -> ScriptedSession.isLeftOtherwiseBy(sql)
                                || IdentityInsert.lastIn(sql)
                                        .filter(IdentityInsert::isOn)
                                        .isPresent());
        return isChanged
                ? new SessionUse(true, inJava || catalog.callbacks().findAny().isPresent(), this::identityInsert)
                : SessionUse.NONE;
    }

    private Optional<IdentityInsert> identityInsert(String script) {
        return catalog.file(script).flatMap(file -> IdentityInsert.lastIn(texts.filled(file)));
    }

    private Stream<String> scripts() {
        return Stream.concat(catalog.forMigrating(), catalog.undoScripts()).map(this::textIfReadable);
    }

    /** Whoever runs a script that is no text in its encoding is told so then. */
    private String textIfReadable(ScriptFile script) {
        try {
            return texts.original(script);
        } catch (MigrationException e) {
            LOG.debug("{} cannot be read: {}", script.relativePath(), e.getMessage());
            return "";
        }
    }

    private boolean mentionsHistory(ScriptFile script) {
        String text = texts.original(script).toLowerCase(Locale.ROOT);
        return text.contains(settings().getTable().toLowerCase(Locale.ROOT)) || text.contains("flyway:table");
    }

    /** Runs what is pending: where a group stops before its first migration, each by itself, as far as they go. */
    void migrate(Flyway flyway, RunProgress progress) {
        counts.during(progress, () -> migrateCounted(flyway, progress));
    }

    private void migrateCounted(Flyway flyway, RunProgress progress) {
        try {
            TurnedDownLog.in(flyway::migrate);
        } catch (FlywayException e) {
            if (!progress.stoppedAtTheGroup()) {
                throw e;
            }
            Configuration run = flyway.getConfiguration();
            FluentConfiguration oneByOne = new FluentConfiguration(run.getClassLoader())
                    .configuration(run)
                    .group(false);
            TurnedDownLog.in(() -> oneByOne.load().migrate());
        } finally {
            if (StatementCounts.beneath(flyway.getConfiguration().getDataSource()) instanceof ReusingDataSource reusing
                    && usesSessionsUp.get()) {
                reusing.endIdle();
            }
        }
    }

    /** Otherwise Flyway's warning of groups on H2 would be read. */
    private boolean isTurnedDown() {
        return setup.find("loggers").isEmpty() && TurnedDownLog.CAN_BE_FOUND;
    }

    private FluentConfiguration run(
            DataSource dataSource, List<ScriptResource> scripts, List<JavaMigration> javaMigrations) {
        FluentConfiguration flyway = setup.configuration()
                .dataSource(counts.over(dataSource))
                .resourceProvider(new ScriptResources(scripts))
                .javaMigrationClassProvider(List::of)
                .javaMigrations(javaMigrations.toArray(JavaMigration[]::new));
        keepQueryResultsOutOfTheLog(flyway);
        if (isGrouped()) {
            flyway.group(true);
        }
        if (setup.find("loggers").isEmpty()) {
            TurnedDownLog.configure(flyway);
        }
        texts.configure(flyway);
        return flyway;
    }

    private static void keepQueryResultsOutOfTheLog(FluentConfiguration flyway) {
        try {
            flyway.outputQueryResults(false);
        } catch (FlywayException e) {
            LOG.debug("This edition of Flyway never prints query results: {}", e.getMessage());
        }
    }

    /** Validating before migrating tolerates it anyway; {@link Flyway#validate} by itself would not. */
    private static FluentConfiguration tolerateWhatIsPending(FluentConfiguration flyway) {
        ValidatePattern[] patterns = Stream.concat(
                        Arrays.stream(flyway.getIgnoreMigrationPatterns()),
                        Stream.of(ValidatePattern.fromPattern(PENDING)))
                .toArray(ValidatePattern[]::new);
        return flyway.ignoreMigrationPatterns(patterns);
    }
}
