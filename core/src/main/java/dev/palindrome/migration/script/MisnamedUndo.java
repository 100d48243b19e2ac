package dev.palindrome.migration.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file that was probably meant to undo a version, but is not named by Flyway's rules, such as {@code U1_a.sql} with one
 * underscore.
 *
 * @param version what it was meant to undo
 * @param sentence what is to be said of it
 */
public record MisnamedUndo(MigrationVersion version, String sentence) {

    /** @param separator what stands between version and description */
    public static Optional<MisnamedUndo> of(String filename, String prefix, String separator) {
        Matcher name = Pattern.compile(
                        "(" + Pattern.quote(prefix) + ")[-_ ]*(\\d+(?:[._]\\d+)*)([^\\d].*)", Pattern.CASE_INSENSITIVE)
                .matcher(filename);
        if (!name.matches()) {
            return Optional.empty();
        }
        String rest = name.group(3).replaceFirst("^[-_ ]+", "");
        String meant = prefix + name.group(2) + (rest.startsWith(".") ? "" : separator) + rest;
        return Optional.of(new MisnamedUndo(
                MigrationVersion.fromVersion(name.group(2)),
                filename + " looks like its undo, but is not named like one: rename it to " + meant + "."));
    }
}
