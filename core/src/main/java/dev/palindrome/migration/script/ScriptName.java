package dev.palindrome.migration.script;

import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * What a script's file name says, by Flyway's naming rules.
 *
 * @param kind what the script is for
 * @param version null but for versioned, undo and baseline scripts
 * @param description blanks for underscores; empty where there is none
 */
public record ScriptName(Kind kind, @Nullable MigrationVersion version, String description) {

    public enum Kind {
        VERSIONED,
        REPEATABLE,
        UNDO,
        BASELINE,
        CALLBACK,
        CONFIGURATION,
        JAVA_CLASS,
        OTHER
    }

    private static final ScriptName OTHER = new ScriptName(Kind.OTHER, null, "");

    /** The prefixes that only Flyway's paid editions have a setting of their own for. */
    public record ExtraPrefixes(String undo, String baseline) {}

    public MigrationVersion requiredVersion() {
        return Optional.ofNullable(version).orElseThrow();
    }

    public static ScriptName parse(String filename, Configuration flyway, ExtraPrefixes extra) {
        return parse(filename, ScriptNaming.of(flyway, extra));
    }

    public static ScriptName parse(String filename, ScriptNaming naming) {
        if (filename.endsWith(".conf")) {
            return new ScriptName(Kind.CONFIGURATION, null, "");
        }
        if (filename.endsWith(".class")) {
            return new ScriptName(Kind.JAVA_CLASS, null, "");
        }
        return naming.suffixes().stream()
                .filter(filename::endsWith)
                .findFirst()
                .map(suffix -> filename.substring(0, filename.length() - suffix.length()))
                .map(name -> parseWithoutSuffix(name, naming))
                .orElse(OTHER);
    }

    private static ScriptName parseWithoutSuffix(String name, ScriptNaming naming) {
        String separator = naming.separator();
        int at = name.indexOf(separator);
        String head = at < 0 ? name : name.substring(0, at);
        String description =
                at < 0 ? "" : name.substring(at + separator.length()).replace('_', ' ');
        if (Event.fromId(head) != null) {
            return new ScriptName(Kind.CALLBACK, null, description);
        }
        if (head.equals(naming.repeatable()) && at >= 0) {
            return new ScriptName(Kind.REPEATABLE, null, description);
        }
        return versioned(head, naming.versioned(), Kind.VERSIONED, description)
                .or(() -> versioned(head, naming.undo(), Kind.UNDO, description))
                .or(() -> versioned(head, naming.baseline(), Kind.BASELINE, description))
                .orElse(OTHER);
    }

    private static Optional<ScriptName> versioned(String head, String prefix, Kind kind, String description) {
        if (!head.startsWith(prefix) || !head.substring(prefix.length()).matches("\\d++(?:[._]\\d++)*+")) {
            return Optional.empty();
        }
        return Optional.of(
                new ScriptName(kind, MigrationVersion.fromVersion(head.substring(prefix.length())), description));
    }
}
