package dev.palindrome.migration.script;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file that was probably meant to be a migration or an undo script, but is not named by Flyway's rules, so that Flyway passes
 * over it.
 *
 * @param isUndo whether it was meant to undo something
 * @param version empty where there is none in its name
 * @param meant the name that it should have
 */
public record MisnamedScript(boolean isUndo, Optional<MigrationVersion> version, String meant) {

    /** As far as names of files that are no migrations hardly go: {@code users.sql} is none, nor is {@code v8.notes}. */
    private static final Pattern NUMBERED = Pattern.compile("^[-_ ]*+(\\d++(?:[._]\\d++)*+)[-_ ]++(\\S.*+)");

    public static Optional<MisnamedScript> of(String filename, ScriptNaming naming) {
        Optional<String> suffix = naming.suffixes().stream()
                .filter(each -> filename.toLowerCase(Locale.ROOT).endsWith(each.toLowerCase(Locale.ROOT)))
                .findFirst();
        return suffix.flatMap(each -> {
            String name = filename.substring(0, filename.length() - each.length());
            return numbered(name, naming.versioned(), each, naming)
                    .or(() -> numbered(name, naming.undo(), each, naming))
                    .or(() -> repeatable(name, each, naming));
        });
    }

    private static Optional<MisnamedScript> numbered(String name, String prefix, String suffix, ScriptNaming naming) {
        Matcher parts = NUMBERED.matcher(startsWith(name, prefix) ? name.substring(prefix.length()) : "");
        if (prefix.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new MisnamedScript(
                prefix.equals(naming.undo()),
                Optional.of(MigrationVersion.fromVersion(parts.group(1))),
                prefix + parts.group(1) + naming.separator() + parts.group(2) + suffix));
    }

    private static Optional<MisnamedScript> repeatable(String name, String suffix, ScriptNaming naming) {
        String head = naming.repeatable() + naming.separator();
        return startsWith(name, head) && name.length() > head.length()
                ? Optional.of(
                        new MisnamedScript(false, Optional.empty(), head + name.substring(head.length()) + suffix))
                : Optional.empty();
    }

    private static boolean startsWith(String name, String head) {
        return name.regionMatches(true, 0, head, 0, head.length());
    }
}
