package dev.palindrome.report;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.text.VisibleText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the draft of an undo to a file that a person reads, changes and moves beside the migration. */
final class UndoDraftFile {

    /** A path of a script or the name of a Java migration's class, from the last part on. */
    private static final Pattern SCRIPT = Pattern.compile("(?:^|[/.])V(\\d[^/\\\\]*?)(?:\\.sql)?$");

    private UndoDraftFile() {}

    /**
     * What the undo of a migration is called.
     *
     * @param migration a versioned migration
     * @return such as {@code U3__add_comments.sql} for {@code V3__add_comments.sql}
     */
    static String nameFor(Migration migration) {
        Matcher script = SCRIPT.matcher(migration.script());
        return "U" + (script.find() ? script.group(1) : versionAndDescription(migration)) + ".sql";
    }

    private static String versionAndDescription(Migration migration) {
        return migration.version() + "__" + migration.description().replaceAll("[^\\p{L}\\p{N}.-]+", "_");
    }

    /**
     * Writes the draft, in place of what was there.
     *
     * @param trip the round trip that has a draft
     * @param directory where to write, made if it is missing
     * @return the file; empty where it cannot be written, which is warned of
     * @throws PalindromeException if it has no draft
     */
    static Optional<Path> write(RoundTrip trip, Path directory) {
        UndoDraft draft = trip.undoDraft()
                .orElseThrow(() -> new PalindromeException(
                        "There is no draft of an undo for " + trip.migration() + ". Ask RoundTrip.undoDraft() first."));
        return ReportFiles.write(
                "The draft of an undo for " + trip.migration(),
                directory.toString(),
                made -> ReportFiles.replace(made.resolve(nameFor(trip.migration())), text(draft, trip.migration())));
    }

    /** The first line must not begin with what a declaration begins with: it would be one. */
    private static String text(UndoDraft draft, Migration migration) {
        return """
                -- A draft, written by Palindrome, of an undo for %s.
                %s
                -- Read it before you use it. Its place is beside the migration, as %s.

                %s
                """.formatted(
                        migration,
                        comment(draft.outcome()),
                        VisibleText.line(nameFor(migration)),
                        draft.sql().strip());
    }

    private static String comment(String text) {
        return VisibleText.lines(text)
                .lines()
                .map(line -> ("-- " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
