package dev.palindrome.report;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.roundtrip.RoundTripReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what came of round trips to files: as Markdown for the summary page of a CI job, as JSON for programs. The JUnit
 * extension does it where the setting {@code palindrome.report-dir} names a directory.
 */
public final class RoundTripFiles {

    private RoundTripFiles() {}

    /**
     * Writes {@code round-trip-<name>.json} and {@code round-trip-<name>.md}, in place of what was there.
     *
     * @param report what to write
     * @param name tells this report from others in the directory; what does not belong in a file's name becomes a hyphen
     * @param directory where to write, made if it is missing
     * @return the two files
     * @throws PalindromeException if they cannot be written
     */
    public static List<Path> write(RoundTripReport report, String name, Path directory) {
        String file = "round-trip-" + name.replaceAll("[^\\p{Alnum}._-]+", "-");
        try {
            Files.createDirectories(directory);
            return List.of(
                    Files.writeString(directory.resolve(file + ".json"), RoundTripJson.of(report, name)),
                    Files.writeString(directory.resolve(file + ".md"), RoundTripMarkdown.of(report, name)));
        } catch (IOException e) {
            throw new PalindromeException(
                    "The round trips' report cannot be written to " + directory + ", which palindrome.report-dir"
                            + " names: " + e,
                    e);
        }
    }
}
