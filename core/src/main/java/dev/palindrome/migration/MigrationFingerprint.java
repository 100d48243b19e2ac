package dev.palindrome.migration;

import dev.palindrome.location.Location;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.sql.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * What a set of migrations comes to: where it is the same, an empty database becomes the same. In it are what the database begins with, all scripts that
 * Flyway sees, callbacks and script configurations included, the classes of Java migrations, Flyway's settings and its
 * version. Undo scripts are not: they do nothing on the way up.
 *
 * @param hex 64 hexadecimal digits
 * @param isTheSameInEveryRun whether they mean the same in other JVMs, too, and may be kept for them. With Java migrations they
 *     do not: those may read files, or anything else that has changed in the meantime; and what begins with a backup of
 *     somebody's stays on no server
 */
public record MigrationFingerprint(String hex, boolean isTheSameInEveryRun) {

    /** The names of classes that may do anything, at any time. */
    private static final List<String> CLASSES_OF_THE_USERS = List.of("callbacks", "resolvers");

    /** Placeholders of Flyway's that have another value in every database, and may end up in its rows. */
    private static final Pattern DIFFERS_EACH_TIME =
            Pattern.compile("flyway[^\\s\\w]{1,3}(database|timestamp|workingDirectory)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the migrations.
     *
     * @param settings locations and Flyway's own settings
     * @return empty where nobody can tell beforehand what the migrations do: the settings name callback classes, or a script
     *     uses the database's name or the time
     * @throws MigrationException if they cannot be read, or contradict each other
     */
    public static Optional<MigrationFingerprint> of(MigrationSettings settings) {
        FlywaySetup setup = new FlywaySetup(settings, Location.contextClassLoader());
        if (CLASSES_OF_THE_USERS.stream().anyMatch(name -> setup.find(name).isPresent())) {
            return Optional.empty();
        }
        MigrationCatalog catalog = MigrationCatalog.read(setup);
        List<ScriptFile> scripts = Stream.concat(catalog.forMigrating(), catalog.configurations())
                .distinct()
                .toList();
        if (scripts.stream().anyMatch(script -> differsEachTime(script, setup.settings()))) {
            return Optional.empty();
        }
        Fingerprint all = new Fingerprint();
        setup.locations().forEach(location -> all.add("location", location.descriptor()));
        new TreeMap<>(settings.flyway()).forEach(all::add);
        all.addLibrary(Flyway.class);
        Optional<String> start = settings.start().contents();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        all.add("start", start.get()).add("baseline", settings.baseline().orElse(""));
        scripts.forEach(script -> all.add(script.relativePath(), script.content()));
        catalog.javaMigrations().forEach(migration -> all.addClass("Java migration", migration.getClass()));
        return Optional.of(new MigrationFingerprint(
                all.hex(),
                catalog.javaMigrations().isEmpty() && !settings.start().isConfidential()));
    }

    private static boolean differsEachTime(ScriptFile script, Configuration flyway) {
        String text = script.text(flyway.getEncoding());
        boolean mayHavePlaceholders =
                text.contains("${") || !flyway.getPlaceholderPrefix().equals("${");
        return mayHavePlaceholders && DIFFERS_EACH_TIME.matcher(text).find();
    }
}
