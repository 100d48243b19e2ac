package dev.palindrome.migration;

import dev.palindrome.database.ClassBytes;
import dev.palindrome.database.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * What a set of migrations comes to: where it is the same, an empty database becomes the same. In it are all scripts that
 * Flyway sees, callbacks and script configurations included, Java migrations with the classes they call, Flyway's settings
 * and its version. Undo scripts are not: they do nothing on the way up.
 */
public final class MigrationFingerprint {

    /** The names of classes that may do anything, at any time. */
    private static final List<String> CLASSES_OF_THE_USERS = List.of("callbacks", "resolvers");

    /** Placeholders of Flyway's that have another value in every database, and may end up in its rows. */
    private static final Pattern DIFFERS_EACH_TIME = Pattern.compile(
            "flyway[^\\sA-Za-z0-9]{1,3}(database|timestamp|workingDirectory)", Pattern.CASE_INSENSITIVE);

    private final FlywaySetup setup;
    private final MigrationCatalog catalog;
    private final Fingerprint fingerprint = new Fingerprint();

    private MigrationFingerprint(FlywaySetup setup) {
        this.setup = setup;
        this.catalog = MigrationCatalog.read(setup);
    }

    /**
     * Reads the migrations.
     *
     * @param settings locations and Flyway's own settings
     * @return 64 hexadecimal digits, or empty where nobody can tell beforehand what the migrations do: the settings name
     *     callback classes, or a script uses the database's name or the time
     * @throws MigrationException if they cannot be read, or contradict each other
     */
    public static Optional<String> of(MigrationSettings settings) {
        FlywaySetup setup = new FlywaySetup(settings, FlywaySetup.contextClassLoader());
        boolean anybodysGuess =
                CLASSES_OF_THE_USERS.stream().anyMatch(name -> setup.find(name).isPresent());
        return anybodysGuess ? Optional.empty() : new MigrationFingerprint(setup).of(setup.locations(), settings);
    }

    private Optional<String> of(List<ScriptLocation> locations, MigrationSettings settings) {
        locations.forEach(location -> fingerprint.add("location", location.descriptor()));
        new TreeMap<>(settings.flyway()).forEach(fingerprint::add);
        fingerprint.addLibrary(Flyway.class);
        return addScripts() && addClasses() ? Optional.of(fingerprint.hex()) : Optional.empty();
    }

    private boolean addScripts() {
        Configuration flyway = setup.settings();
        List<ScriptFile> files = Stream.concat(catalog.forMigrating(), catalog.configurations())
                .distinct()
                .toList();
        files.forEach(file -> fingerprint.add(file.relativePath(), file.content()));
        return files.stream()
                .map(file -> file.text(flyway.getEncoding()))
                .filter(text ->
                        text.contains("${") || !flyway.getPlaceholderPrefix().equals("${"))
                .noneMatch(text -> DIFFERS_EACH_TIME.matcher(text).find());
    }

    private boolean addClasses() {
        for (JavaMigration migration : catalog.javaMigrations()) {
            Optional<SortedMap<String, byte[]>> bytes = ClassBytes.of(migration.getClass());
            if (bytes.isEmpty()) {
                return false;
            }
            bytes.get().forEach(fingerprint::add);
        }
        return true;
    }
}
