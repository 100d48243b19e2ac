package dev.palindrome.schema;

import dev.palindrome.text.VisibleText;
import java.nio.file.Path;

/** A schema is not the one that was agreed on. */
public final class SchemaMismatchError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient SchemaDiff diff;

    /**
     * Makes one.
     *
     * @param file with what was expected
     * @param diff what differs, not empty
     */
    public SchemaMismatchError(Path file, SchemaDiff diff) {
        super(VisibleText.lines("""
                The schema is not the one in %s:

                %s
                Expected is what the file says. If the database is right, run again with palindrome.update-schema=true: \
                that rewrites the file.""".formatted(file, diff)));
        this.diff = diff;
    }

    /**
     * What differs: expected is the file, actual is the database.
     *
     * @return a difference that is not empty
     */
    public SchemaDiff diff() {
        return diff;
    }
}
