package dev.palindrome.migration;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** Sets runs of Flyway up: the team's settings, and exactly the scripts that a run may see. */
final class FlywayRuns {

    private static final String REPEATABLE_MISSING = "repeatable:missing";

    private final FlywaySetup setup;
    private final MigrationCatalog catalog;
    private final ScriptTexts texts;

    FlywayRuns(FlywaySetup setup, MigrationCatalog catalog, ScriptTexts texts) {
        this.setup = setup;
        this.catalog = catalog;
        this.texts = texts;
    }

    /** A run over everything in the locations. */
    FluentConfiguration everything(DataSource dataSource) {
        return run(dataSource, resources(script -> true), catalog.javaMigrations());
    }

    /** A run that does not see some scripts and Java migrations, by what the history calls them. */
    FluentConfiguration without(Collection<String> withheld, DataSource dataSource) {
        FluentConfiguration flyway = run(
                dataSource,
                resources(script -> !withheld.contains(script.relativePath())),
                catalog.javaMigrations().stream()
                        .filter(migration ->
                                !withheld.contains(migration.getClass().getName()))
                        .toList());
        return withheld.isEmpty() ? flyway : tolerateMissingRepeatables(flyway);
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
                .group(false);
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

    /** A file name that Flyway takes for a versioned migration. */
    String versionedName(int version) {
        Configuration flyway = setup.settings();
        return flyway.getSqlMigrationPrefix() + version + flyway.getSqlMigrationSeparator() + "undo"
                + flyway.getSqlMigrationSuffixes()[0];
    }

    /** The script configuration files of some scripts. */
    List<ScriptResource> configurationsOf(List<ScriptResource> scripts) {
        return scripts.stream()
                .flatMap(script -> catalog.file(script.getRelativePath() + ".conf").stream())
                .map(file -> resource(file, file.filename()))
                .toList();
    }

    private FluentConfiguration run(
            DataSource dataSource, List<ScriptResource> scripts, List<JavaMigration> javaMigrations) {
        FluentConfiguration flyway = setup.configuration()
                .dataSource(dataSource)
                .resourceProvider(new ScriptResources(scripts))
                .outputQueryResults(false)
                .javaMigrationClassProvider(List::of)
                .javaMigrations(javaMigrations.toArray(JavaMigration[]::new));
        texts.configure(flyway);
        return flyway;
    }

    private static FluentConfiguration tolerateMissingRepeatables(FluentConfiguration flyway) {
        ValidatePattern[] patterns = Stream.concat(
                        Arrays.stream(flyway.getIgnoreMigrationPatterns()),
                        Stream.of(ValidatePattern.fromPattern(REPEATABLE_MISSING)))
                .toArray(ValidatePattern[]::new);
        return flyway.ignoreMigrationPatterns(patterns);
    }
}
