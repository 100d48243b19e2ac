package dev.palindrome.migration;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file among migrations, as it lies there: nothing is known of it but its name and text.
 *
 * @param kind what its name makes of it
 * @param version as in its name; empty for what has none
 * @param sameVersion the same for all versions that Flyway takes for one, such as {@code 1}, {@code 1.0} and {@code 001};
 *     empty for what has none
 * @param description blanks for underscores; of a misnamed file the name that was probably meant
 * @param undoFilename the name of a script that would take it back; empty for what is no versioned script
 * @param path below its location, or the class's name of a Java migration
 * @param source where it was found: a URL whose last part is written as it is
 * @param inTransaction whether Flyway puts a transaction around it, unless its statements refuse one
 * @param maySplit whether Flyway takes statements that refuse a transaction beside others
 * @param text reads it, placeholders filled in, those without a value by their names; throws a {@link MigrationException} with
 *     the line where it is not in the encoding that the settings say
 */
public record LocatedScript(
        Kind kind,
        Optional<String> version,
        Optional<String> sameVersion,
        String description,
        Optional<String> undoFilename,
        String path,
        String source,
        boolean inTransaction,
        boolean maySplit,
        Supplier<String> text) {

    /** What a file is for. */
    public enum Kind {
        /** Goes up once. */
        VERSIONED,
        /** Goes up whenever it has changed. */
        REPEATABLE,
        /** Takes a version back. */
        UNDO,
        /** Stands for all versions up to its own. */
        BASELINE,
        /** Java, or another language of the JVM, as a class or as a source: there is no script. */
        JAVA,
        /** Flyway does not see it, but its name looks as if it should. */
        MISNAMED,
        /** The same, and it was meant to take a version back. */
        MISNAMED_UNDO
    }

    /**
     * The name of the file.
     *
     * @return without folders
     */
    public String filename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
