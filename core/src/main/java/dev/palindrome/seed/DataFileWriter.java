package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.file.CsvFileName;
import dev.palindrome.seed.file.CsvWriter;
import dev.palindrome.seed.file.WritableColumns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table as a CSV file that is loaded as data again, row by row: nothing but the current one is held. */
public final class DataFileWriter implements AutoCloseable {

    private final CsvWriter csv;

    private DataFileWriter(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * What a file has to be called so that it is loaded into a table.
     *
     * @param table its target
     * @return such as {@code users.csv} or {@code sales.[order lines].csv}; missing where no file can have that name
     */
    public static Optional<String> name(Table table) {
        return CsvFileName.of(table);
    }

    /**
     * What a file can give values for: all but what the server makes. An identity is among it.
     *
     * @param table its target
     * @return in the table's order
     */
    public static List<Column> columns(Table table) {
        return WritableColumns.of(table);
    }

    /**
     * A value as masks and seeders have it, from a text as files have it.
     *
     * @param column where it stands
     * @param text such as {@code 2026-01-31}
     * @return of the Java type that goes with the column's, such as {@link java.time.LocalDate}; the text where that is the
     *     type, or where the column does not hold it
     */
    public static Object value(Column column, String text) {
        return WritableColumns.value(column, text);
    }

    /**
     * Begins a file with its header.
     *
     * @param file is closed with this writer
     * @param columns that rows have values for
     * @return what takes rows
     * @throws IOException if it cannot be written
     */
    public static DataFileWriter begin(OutputStream file, List<Column> columns) throws IOException {
        return new DataFileWriter(CsvWriter.begin(new BufferedOutputStream(file), columns));
    }

    /**
     * Adds a row.
     *
     * @param values one for each column, or null: texts as they stand in the column, numbers, {@link Boolean}, {@code byte[]},
     *     {@link java.util.UUID} and what {@code java.time} has
     * @throws IOException if it cannot be written
     */
    public void row(@Nullable Object[] values) throws IOException {
        csv.row(values);
    }

    /**
     * How many values were no Unicode texts: they had one half of a pair of surrogates, in whose place there is U+FFFD.
     *
     * @return 0 if all were written as they are
     */
    public long mendedTexts() {
        return csv.mended();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
