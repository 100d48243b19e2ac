package dev.palindrome.report;

import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Files that say what came of tests. They fail none: of a directory that cannot be written, one WARN says so. */
public final class ReportFiles {

    private static final VisibleLog LOG = VisibleLog.of(ReportFiles.class);

    private ReportFiles() {}

    /**
     * Writes files into a directory.
     *
     * @param <T> what comes of it
     */
    public interface Writing<T> {

        /**
         * Writes.
         *
         * @param directory which is there
         * @return such as the files
         * @throws IOException if they cannot be written
         */
        T into(Path directory) throws IOException;
    }

    /**
     * Makes a directory and writes into it.
     *
     * @param what the files are, for the WARN
     * @param directory as a setting names it
     * @param writing writes
     * @param <T> what comes of it
     * @return empty where it could not be written
     */
    public static <T> Optional<T> write(String what, String directory, Writing<T> writing) {
        try {
            Path made = Path.of(directory);
            Files.createDirectories(made);
            return Optional.of(writing.into(made));
        } catch (IOException | InvalidPathException | SecurityException e) {
            if (SaidOnce.isNew("reports cannot be written to " + directory, "")) {
                LOG.warn(
                        "{} cannot be written to {}, nor can anything else be, which is said once: {}. Make it a"
                                + " directory that can be written.",
                        what,
                        VisibleText.line(directory),
                        VisibleText.line(e.toString()));
            }
            return Optional.empty();
        }
    }

    /**
     * Writes a file in place of what was there. Forks of one build may write the same at once: each file is one of theirs, and
     * whole.
     *
     * @param file where to
     * @param text what
     * @return the file
     * @throws IOException if it cannot be written
     */
    static Path replace(Path file, String text) throws IOException {
        Path begun = file.resolveSibling(
                "." + file.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            Files.writeString(begun, text);
            return Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Some file systems move nothing at once, and Windows does not move over a file that somebody reads.
            begun.toFile().delete();
            return Files.writeString(file, text);
        }
    }
}
