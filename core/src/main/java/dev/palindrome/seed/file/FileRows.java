package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.bulk.ColumnValues;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a data file, one after the other. */
public interface FileRows extends AutoCloseable {

    /**
     * Goes to the next row.
     *
     * @return false if there is none
     * @throws DataFileException if it cannot be understood
     */
    boolean next() throws IOException;

    /** The columns that the current row has values for; the same object as long as they are the same. */
    List<Column> columns();

    /** The current row's values as {@link ColumnValues} makes them; a new array for each row. */
    @Nullable Object[] values();

    /** The line on which the current row begins, from 1. */
    long line();

    /** What they are read from. */
    FileText text();

    /** How much of the file is read, from 0 to 1; less than 0 if nobody knows. */
    default double share() {
        return text().share();
    }

    @Override
    default void close() throws IOException {
        text().close();
    }
}
