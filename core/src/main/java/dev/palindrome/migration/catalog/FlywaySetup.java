package dev.palindrome.migration.catalog;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.script.ScriptLocation;
import dev.palindrome.migration.script.ScriptName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** A team's Flyway settings, read once, and handed to every run of Flyway. */
public final class FlywaySetup {

    private static final String PREFIX = "flyway.";
    private static final String PLACEHOLDERS = "placeholders.";
    private static final String DEFAULT_LOCATION = "classpath:db/migration";

    private static final String DATABASE = "it makes the database and connects to it";
    private static final String READING = "it reads the locations itself";
    private static final String CHOOSING = "say how far to go with upTo, or with the target of the test database";
    private static final String RUNNING = "it runs what is pending, and shows it with preview()";

    /** What Palindrome decides, and why. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("url", DATABASE),
            Map.entry("user", DATABASE),
            Map.entry("password", DATABASE),
            Map.entry("driver", DATABASE),
            Map.entry("dataSource", DATABASE),
            Map.entry("environment", DATABASE),
            Map.entry("resourceProvider", READING),
            Map.entry("javaMigrationClassProvider", READING),
            Map.entry("skipDefaultResolvers", READING),
            Map.entry("target", CHOOSING),
            Map.entry("cherryPick", CHOOSING),
            Map.entry("skipExecutingMigrations", RUNNING),
            Map.entry("dryRunOutput", RUNNING));

    /** What Palindrome acts on itself; Flyway's open-source edition refuses or mishandles them. */
    private static final Set<String> READ_HERE = Set.of("locations", "callbackLocations", "undoSqlMigrationPrefix");

    /** Making a configuration takes Flyway milliseconds, and most test classes of a project have the same settings. */
    private static final AtomicReference<@Nullable Read> LAST = new AtomicReference<>();

    private record Read(ClassLoader classLoader, Map<String, String> settings, Configuration configuration) {
        boolean isOf(FlywaySetup setup) {
            return classLoader == setup.classLoader && settings.equals(setup.settings);
        }
    }

    private final ClassLoader classLoader;
    private final Map<String, String> settings;
    private final List<ScriptLocation> locations;
    private final boolean mayBeEmpty;

    public FlywaySetup(MigrationSettings settings, ClassLoader classLoader) {
        this.classLoader = classLoader;
        this.settings = withoutPrefix(settings.flyway());
        this.locations = locations(settings);
        this.mayBeEmpty = settings.start().isSomething()
                && settings.locations().isEmpty()
                && find("locations").isEmpty();
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    public List<ScriptLocation> locations() {
        return locations;
    }

    /** Whether there need be no migrations: the database begins with something, and nobody has named their place. */
    boolean mayBeEmpty() {
        return mayBeEmpty;
    }

    /** Where SQL callbacks are looked for; empty where that is beside the migrations. */
    Optional<List<ScriptLocation>> callbackLocations() {
        return find("callbackLocations").map(FlywaySetup::split);
    }

    ScriptName.ExtraPrefixes extraPrefixes() {
        return new ScriptName.ExtraPrefixes(
                find("undoSqlMigrationPrefix").orElse("U"),
                find("baselineMigrationPrefix").orElse("B"));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** The team's own placeholders by name. */
    Map<String, String> placeholders() {
        Map<String, String> placeholders = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(PLACEHOLDERS)) {
                placeholders.put(name.substring(PLACEHOLDERS.length()), value);
            }
        });
        return placeholders;
    }

    /** The team's settings, to be read only: others may be reading them too. */
    public Configuration settings() {
        Read last = LAST.get();
        if (last == null || !last.isOf(this)) {
            last = new Read(classLoader, settings, configuration());
            LAST.set(last);
        }
        return last.configuration();
    }

    /** A new configuration with the team's settings, to be changed for one run. */
    public FluentConfiguration configuration() {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> {
            if (!READ_HERE.contains(name)) {
                properties.put(PREFIX + name, value);
            }
        });
        try {
            return new FluentConfiguration(classLoader).configuration(properties);
        } catch (FlywayException e) {
            throw new MigrationException(
                    "Flyway refuses its settings " + new TreeSet<>(settings.keySet()) + ": "
                            + String.valueOf(e.getMessage()).strip() + "." + meant(),
                    e);
        }
    }

    /** What is probably meant by names that Flyway does not have. */
    private String meant() {
        Set<String> known = FlywaySettingNames.all();
        return settings.keySet().stream()
                .filter(name -> !known.contains(name) && !READ_HERE.contains(name))
                .sorted()
                .flatMap(name -> FlywaySettingNames.near(name).stream())
                .map(near -> " Is %s meant?".formatted(near))
                .collect(Collectors.joining());
    }

    private static Map<String, String> withoutPrefix(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>();
        given.forEach((name, value) -> {
            String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            if (OURS.containsKey(bare)) {
                throw new MigrationException("The Flyway setting " + name + " is Palindrome's to decide: "
                        + OURS.get(bare) + ". Take it out.");
            }
            @Nullable String other = settings.put(bare, value);
            if (other != null && !other.equals(value)) {
                throw new MigrationException(
                        "The Flyway setting " + bare + " is given twice, with and without flyway. before it.");
            }
        });
        return settings;
    }

    private List<ScriptLocation> locations(MigrationSettings given) {
        if (!given.locations().isEmpty()) {
            return given.locations().stream().map(ScriptLocation::parse).toList();
        }
        return split(find("locations").orElse(DEFAULT_LOCATION));
    }

    private static List<ScriptLocation> split(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .map(ScriptLocation::parse)
                .toList();
    }
}
