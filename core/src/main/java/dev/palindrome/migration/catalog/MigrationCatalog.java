package dev.palindrome.migration.catalog;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ReversibleMigration;
import dev.palindrome.migration.script.LocationScanner;
import dev.palindrome.migration.script.MisnamedUndo;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptLocation;
import dev.palindrome.migration.script.ScriptName;
import dev.palindrome.migration.script.ScriptName.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Everything that lies in the locations: scripts, undo scripts, callbacks, Java migrations. Read once, then unchanged. */
public final class MigrationCatalog {

    /**
     * A file and what its name says.
     *
     * @param file the file
     * @param name its name taken apart
     */
    record Script(ScriptFile file, ScriptName name) {}

    /** In the names of the events of Flyway's other commands. */
    private static final List<String> NOT_OF_MIGRATING = List.of("Clean", "Repair", "Undo");

    private final List<Script> scripts;
    private final List<Script> callbacks;
    private final List<JavaMigration> javaMigrations;
    private final Map<String, ScriptFile> byPath;
    private final Set<ScriptFile> migrations;
    private final Map<MigrationVersion, Undo> undos = new TreeMap<>();
    private final Map<MigrationVersion, String> almostUndos = new TreeMap<>();

    private MigrationCatalog(List<Script> scripts, List<Script> callbacks, List<JavaMigration> javaMigrations) {
        this.scripts = scripts;
        this.callbacks = callbacks;
        this.javaMigrations = javaMigrations;
        this.byPath = Stream.concat(scripts.stream(), callbacks.stream())
                .map(Script::file)
                .collect(Collectors.toMap(ScriptFile::relativePath, Function.identity(), (one, another) -> one));
        this.migrations = ofKind(scripts, Kind.VERSIONED, Kind.REPEATABLE, Kind.BASELINE)
                .map(Script::file)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static MigrationCatalog read(FlywaySetup setup) {
        Configuration flyway = setup.settings();
        LocationScanner scanner = new LocationScanner(setup.classLoader(), flyway.getSqlMigrationSuffixes());
        Map<String, Script> found = new LinkedHashMap<>();
        List<ScriptFile> classFiles = new ArrayList<>();
        for (ScriptLocation location : setup.mayBeEmpty() ? scanner.present(setup.locations()) : setup.locations()) {
            List<Script> here = named(scanner.scan(List.of(location)), flyway, setup);
            here.forEach(script -> found.putIfAbsent(script.file().source(), script));
            if (location.onClasspath()) {
                ofKind(here, Kind.JAVA_CLASS).map(Script::file).forEach(classFiles::add);
            }
        }
        List<Script> callbacks = setup.callbackLocations()
                .map(locations -> named(scanner.scan(locations), flyway, setup))
                .orElse(List.copyOf(found.values()));
        MigrationCatalog catalog = new MigrationCatalog(
                List.copyOf(found.values()),
                ofKind(callbacks, Kind.CALLBACK, Kind.CONFIGURATION).toList(),
                JavaMigrations.instances(classFiles, setup.classLoader()));
        catalog.check(setup);
        return catalog;
    }

    /** What Flyway may see of the locations: everything but the undo scripts. */
    public Stream<ScriptFile> forMigrating() {
        return Stream.concat(
                        ofKind(scripts, Kind.VERSIONED, Kind.REPEATABLE, Kind.BASELINE, Kind.CONFIGURATION, Kind.OTHER),
                        callbacks.stream())
                .map(Script::file)
                .distinct();
    }

    /** The undo scripts, which Flyway does not see. */
    public Stream<ScriptFile> undoScripts() {
        return ofKind(scripts, Kind.UNDO).map(Script::file);
    }

    /** The baseline scripts by version. */
    public Stream<Migration> baselines() {
        return ofKind(scripts, Kind.BASELINE)
                .sorted(Comparator.comparing(script -> script.name().requiredVersion()))
                .map(script -> new Migration(
                        script.name().requiredVersion().getVersion(),
                        script.name().description(),
                        script.file().relativePath()));
    }

    /** The baseline scripts for versions above one. */
    public Set<String> baselinesAbove(MigrationVersion version) {
        return ofKind(scripts, Kind.BASELINE)
                .filter(script -> script.name().requiredVersion().compareTo(version) > 0)
                .map(script -> script.file().relativePath())
                .collect(Collectors.toSet());
    }

    public boolean hasVersion(MigrationVersion version) {
        return Stream.of(Kind.VERSIONED, Kind.BASELINE)
                        .anyMatch(kind -> byVersion(kind).containsKey(version))
                || javaMigrations.stream().anyMatch(migration -> version.equals(migration.getVersion()));
    }

    /** What does not run on the way to a version: whatever is above it, and then repeatable migrations, too. */
    public Set<String> beyond(MigrationVersion version) {
        Set<String> beyond = Stream.concat(
                        ofKind(scripts, Kind.VERSIONED)
                                .filter(script ->
                                        script.name().requiredVersion().compareTo(version) > 0)
                                .map(MigrationCatalog::path),
                        javaMigrations.stream()
                                .filter(migration -> !isRepeatable(migration)
                                        && migration.getVersion().compareTo(version) > 0)
                                .map(MigrationCatalog::className))
                .collect(Collectors.toSet());
        if (!beyond.isEmpty()) {
            ofKind(scripts, Kind.REPEATABLE).map(MigrationCatalog::path).forEach(beyond::add);
            javaMigrations.stream()
                    .filter(MigrationCatalog::isRepeatable)
                    .map(MigrationCatalog::className)
                    .forEach(beyond::add);
        }
        beyond.addAll(baselinesAbove(version));
        return beyond;
    }

    private static String path(Script script) {
        return script.file().relativePath();
    }

    private static String className(JavaMigration migration) {
        return migration.getClass().getName();
    }

    private static boolean isRepeatable(JavaMigration migration) {
        return migration.getVersion() == null;
    }

    public boolean hasRepeatables() {
        return ofKind(scripts, Kind.REPEATABLE).findAny().isPresent()
                || javaMigrations.stream().anyMatch(MigrationCatalog::isRepeatable);
    }

    /** The SQL callbacks. */
    public Stream<ScriptFile> callbacks() {
        return ofKind(callbacks, Kind.CALLBACK).map(Script::file);
    }

    /** The SQL callbacks that migrating may run; Palindrome does nothing that runs the others. */
    public Stream<ScriptFile> callbacksOfMigrating() {
        return callbacks().filter(callback -> NOT_OF_MIGRATING.stream().noneMatch(event(callback)::contains));
    }

    private static String event(ScriptFile callback) {
        return callback.filename().split("[^A-Za-z]", 2)[0];
    }

    /** The script configuration files. */
    public Stream<ScriptFile> configurations() {
        return Stream.concat(ofKind(scripts, Kind.CONFIGURATION), ofKind(callbacks, Kind.CONFIGURATION))
                .map(Script::file)
                .distinct();
    }

    /** Where scripts and classes were found, by what messages call them. */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        byPath.forEach((path, file) -> sources.put(path, file.source()));
        ofKind(scripts, Kind.JAVA_CLASS)
                .map(Script::file)
                .forEach(file -> sources.put(JavaMigrations.className(file), file.source()));
        return sources;
    }

    public boolean isMigration(ScriptFile file) {
        return migrations.contains(file);
    }

    public List<JavaMigration> javaMigrations() {
        return javaMigrations;
    }

    public Optional<Undo> undo(MigrationVersion version) {
        return Optional.ofNullable(undos.get(version));
    }

    /** Says of a file that was probably meant to undo a version that its name is wrong; empty where there is none. */
    public Optional<String> almostUndo(MigrationVersion version) {
        return Optional.ofNullable(almostUndos.get(version));
    }

    public Optional<ScriptFile> file(String relativePath) {
        return Optional.ofNullable(byPath.get(relativePath));
    }

    private void check(FlywaySetup setup) {
        checkNotEmpty(setup);
        Map<MigrationVersion, List<String>> versioned = versionedClaims();
        checkUnique("V", versioned);
        checkUnique("B", byVersion(Kind.BASELINE));
        checkUnique("U", byVersion(Kind.UNDO));
        collectUndos(versioned.keySet());
        ofKind(scripts, Kind.OTHER)
                .flatMap(script -> MisnamedUndo.of(
                        script.file().filename(),
                        setup.extraPrefixes().undo(),
                        setup.settings().getSqlMigrationSeparator())
                        .stream())
                .forEach(almost -> almostUndos.putIfAbsent(almost.version(), almost.sentence()));
    }

    private void checkNotEmpty(FlywaySetup setup) {
        if (!setup.mayBeEmpty()
                && javaMigrations.isEmpty()
                && ofKind(scripts, Kind.VERSIONED, Kind.REPEATABLE, Kind.BASELINE)
                        .findAny()
                        .isEmpty()) {
            throw new MigrationException("No migration found in "
                    + setup.locations().stream().map(ScriptLocation::descriptor).collect(Collectors.joining(", "))
                    + others()
                    + " A migration is a file such as V1__create_users.sql.");
        }
    }

    private String others() {
        List<String> names = scripts.stream()
                .limit(5)
                .map(script -> script.file().filename())
                .toList();
        return names.isEmpty() ? ", which is empty." : ", which holds " + String.join(", ", names) + ".";
    }

    private Map<MigrationVersion, List<String>> versionedClaims() {
        Map<MigrationVersion, List<String>> claims = byVersion(Kind.VERSIONED);
        for (JavaMigration migration : javaMigrations) {
            if (migration.getVersion() != null) {
                claims.computeIfAbsent(migration.getVersion(), version -> new ArrayList<>())
                        .add(migration.getClass().getName());
            }
        }
        return claims;
    }

    private Map<MigrationVersion, List<String>> byVersion(Kind kind) {
        return ofKind(scripts, kind)
                .collect(Collectors.groupingBy(
                        script -> script.name().requiredVersion(),
                        TreeMap::new,
                        Collectors.mapping(script -> script.file().source(), Collectors.toCollection(ArrayList::new))));
    }

    private static void checkUnique(String prefix, Map<MigrationVersion, List<String>> claims) {
        claims.forEach((version, claimants) -> {
            if (claimants.size() > 1) {
                throw new MigrationException(
                        (prefix.equals("U") ? "Two scripts undo version " : "Two scripts claim version ")
                                + version + ":\n  " + String.join("\n  ", claimants)
                                + (prefix.equals("U")
                                        ? "\nRemove one."
                                        : "\nProbably two people added a migration at the same time. Rename the later one to the next"
                                                + " free version (" + prefix
                                                + "…__description.sql, and its U script with it), then run again."));
            }
        });
    }

    private void collectUndos(Set<MigrationVersion> versions) {
        for (Script script : ofKind(scripts, Kind.UNDO).toList()) {
            MigrationVersion version = script.name().requiredVersion();
            if (!versions.contains(version)) {
                throw new MigrationException("Undo script " + script.file().source() + " undoes version " + version
                        + ", but there is no migration with that version. Rename it, or remove it.");
            }
            undos.put(version, new Undo.Script(script.file()));
        }
        for (JavaMigration migration : javaMigrations) {
            if (migration instanceof ReversibleMigration reversible && migration.getVersion() != null) {
                Undo script = undos.put(migration.getVersion(), new Undo.Java(reversible));
                if (script != null) {
                    throw new MigrationException("Version " + migration.getVersion() + " has two ways to be undone: "
                            + script.name() + " and " + migration.getClass().getName() + ". Remove one.");
                }
            }
        }
    }

    private static List<Script> named(Collection<ScriptFile> files, Configuration flyway, FlywaySetup setup) {
        return files.stream()
                .map(file -> new Script(file, ScriptName.parse(file.filename(), flyway, setup.extraPrefixes())))
                .toList();
    }

    private static Stream<Script> ofKind(List<Script> scripts, Kind... kinds) {
        return scripts.stream()
                .filter(script -> Arrays.asList(kinds).contains(script.name().kind()));
    }
}
