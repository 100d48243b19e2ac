package dev.palindrome.migration.catalog;

import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.script.LocationScanner;
import dev.palindrome.migration.script.MisnamedScript;
import dev.palindrome.migration.script.PlaceholderNames;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptName;
import dev.palindrome.migration.script.ScriptNaming;
import dev.palindrome.migration.script.ScriptOptions;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What {@link MigrationCatalog} would read, for whoever wants to see what it would refuse as well. It asks the team's settings
 * by name and not a configuration of Flyway's: making the first one takes a JVM more than half a second.
 */
public final class ScriptListing {

    /** How Flyway names Java migrations; a class within another is none. */
    private static final Pattern JAVA =
            Pattern.compile("([VR])(\\d+(?:_\\d+)*)?__(\\w+)\\.(?:class|java|kt|groovy|scala)");

    private static final Comparator<Optional<MigrationVersion>> BY_VERSION =
            Comparator.comparing(version -> version.orElse(MigrationVersion.LATEST));

    private final FlywaySetup setup;
    private final ScriptNaming naming;
    private final Charset encoding;

    public ScriptListing(FlywaySetup setup) {
        this.setup = setup;
        this.naming = new ScriptNaming(
                setup.find("sqlMigrationPrefix").orElse("V"),
                setup.find("repeatableSqlMigrationPrefix").orElse("R"),
                setup.extraPrefixes().undo(),
                setup.extraPrefixes().baseline(),
                setup.find("sqlMigrationSeparator").orElse("__"),
                List.of(setup.find("sqlMigrationSuffixes").orElse(".sql").split(",")));
        this.encoding = encoding(setup);
    }

    private record Named(ScriptFile file, LocatedScript.Kind kind, Optional<MigrationVersion> version, String about) {}

    public List<LocatedScript> scripts() {
        List<ScriptFile> files = new LocationScanner(
                        setup.classLoader(), naming.suffixes().toArray(String[]::new))
                .scan(setup.locations());
        ScriptOptions options = new ScriptOptions(
                files.stream().filter(file -> file.filename().endsWith(".conf")).toList(), file -> file.text(encoding));
        PlaceholderNames placeholders = placeholders();
        return files.stream()
                .flatMap(file -> named(file).stream())
                .sorted(Comparator.comparing(Named::version, BY_VERSION)
                        .thenComparing(Named::kind)
                        .thenComparing(named -> named.file().relativePath()))
                .map(named -> located(named, options, placeholders))
                .toList();
    }

    private LocatedScript located(Named named, ScriptOptions options, PlaceholderNames placeholders) {
        ScriptFile file = named.file();
        Optional<Boolean> ofScript = options.inTransaction(file);
        boolean inTransaction = ofScript.orElse(isSet("executeInTransaction", true));
        return new LocatedScript(
                named.kind(),
                named.version().map(MigrationVersion::getVersion),
                named.version().map(ScriptListing::same),
                named.about(),
                undoFilename(named),
                file.relativePath(),
                file.source(),
                inTransaction,
                ofScript.isPresent() || !inTransaction || isSet("mixed", false),
                () -> options.replacesPlaceholders(file, isSet("placeholderReplacement", true))
                        ? placeholders.fill(options.text(file, encoding))
                        : options.text(file, encoding));
    }

    private Optional<String> undoFilename(Named named) {
        return named.kind() == LocatedScript.Kind.VERSIONED
                ? Optional.of(naming.undo()
                        + named.file().filename().substring(naming.versioned().length()))
                : Optional.empty();
    }

    private Optional<Named> named(ScriptFile file) {
        ScriptName name = ScriptName.parse(file.filename(), naming);
        Optional<MigrationVersion> version = Optional.ofNullable(name.version());
        return switch (name.kind()) {
            case VERSIONED -> of(file, LocatedScript.Kind.VERSIONED, version, name.description());
            case REPEATABLE -> of(file, LocatedScript.Kind.REPEATABLE, version, name.description());
            case UNDO -> of(file, LocatedScript.Kind.UNDO, version, name.description());
            case BASELINE -> of(file, LocatedScript.Kind.BASELINE, version, name.description());
            case JAVA_CLASS -> java(file).or(() -> ofAnotherName(file));
            case OTHER ->
                java(file)
                        .or(() -> MisnamedScript.of(file.filename(), naming)
                                .flatMap(misnamed -> of(
                                        file,
                                        misnamed.isUndo()
                                                ? LocatedScript.Kind.MISNAMED_UNDO
                                                : LocatedScript.Kind.MISNAMED,
                                        misnamed.version(),
                                        misnamed.meant())));
            case CALLBACK, CONFIGURATION -> Optional.empty();
        };
    }

    private static Optional<Named> java(ScriptFile file) {
        Matcher name = JAVA.matcher(file.filename());
        if (!name.matches() || name.group(1).equals("V") != (name.group(2) != null)) {
            return Optional.empty();
        }
        return of(
                file,
                LocatedScript.Kind.JAVA,
                Optional.ofNullable(name.group(2)).map(MigrationVersion::fromVersion),
                name.group(3).replace('_', ' '));
    }

    /** A class may say its version itself. */
    private static Optional<Named> ofAnotherName(ScriptFile file) {
        boolean within = file.filename().contains("$") || file.filename().equals("package-info.class");
        return within ? Optional.empty() : of(file, LocatedScript.Kind.JAVA, Optional.empty(), "");
    }

    private static Optional<Named> of(
            ScriptFile file, LocatedScript.Kind kind, Optional<MigrationVersion> version, String about) {
        return Optional.of(new Named(file, kind, version, about));
    }

    private PlaceholderNames placeholders() {
        return new PlaceholderNames(
                setup.find("placeholderPrefix").orElse("${"),
                setup.find("placeholderSuffix").orElse("}"),
                setup.placeholders());
    }

    private boolean isSet(String name, boolean otherwise) {
        return setup.find(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    private static Charset encoding(FlywaySetup setup) {
        String name = setup.find("encoding").orElse(StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MigrationException(
                    "The Flyway setting encoding is " + name + ", which is none that Java knows. UTF-8 and"
                            + " windows-1252 are.",
                    e);
        }
    }

    /** Flyway compares number by number, and what is left out is zero. */
    private static String same(MigrationVersion version) {
        String[] numbers = version.getVersion().split("[._]");
        String plain = Stream.of(numbers)
                .map(number -> number.replaceFirst("^0+(?=\\d)", ""))
                .reduce((one, next) -> one + "." + next)
                .orElseThrow();
        return plain.replaceFirst("(\\.0)+$", "");
    }
}
