package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.bulk.BulkLoader;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.seed.refusal.RowRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A data file and the table that it is for.
 *
 * @param file the file
 * @param columns the table's
 * @param format how to read the file
 */
public record TableFile(DataFile file, FileColumns columns, Format format) {

    /** Begins to read a file. */
    @FunctionalInterface
    public interface Format {
        FileRows open(DataFile file, FileColumns columns) throws IOException;
    }

    /** Looks at the rows until it has seen enough. */
    @FunctionalInterface
    interface Look {
        boolean goesOn(FileRows rows);
    }

    /** Loads the whole file, in as many loads as there are changes of the columns that have values. */
    long load(Connection connection) throws SQLException {
        try (FileRows rows = format.open(file, columns)) {
            LoadProgress progress = LoadProgress.of(columns.table(), rows::share);
            Run run = new Run(rows);
            long loaded = 0;
            while (run.begin()) {
                loaded += load(connection, run, progress);
            }
            progress.end();
            return loaded;
        } catch (IOException e) {
            throw DataFileException.unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw DataFileException.unreadable(file, Objects.requireNonNull(e.getCause()));
        }
    }

    private long load(Connection connection, Run run, LoadProgress progress) throws SQLException {
        try {
            return BulkLoader.of(connection).load(connection, columns.table(), run.columns(), run, progress);
        } catch (RowRefusedException e) {
            throw DataFileException.refused(file, run.line(e.row()), e);
        }
    }

    /** Reads the file again. */
    void look(Look look) {
        try (FileRows rows = format.open(file, columns)) {
            while (rows.next() && look.goesOn(rows)) {
                // The look has seen it.
            }
        } catch (IOException e) {
            throw DataFileException.unreadable(file, e);
        }
    }

    /** Rows with values for the same columns. */
    private static final class Run implements Iterator<@Nullable Object[]> {

        /** As many as a loader holds at once, at least: of these the lines are known. */
        private static final int REMEMBERED = 1 << 14;

        private final FileRows rows;
        private final long[] lines = new long[REMEMBERED];
        private List<Column> columns = List.of();
        private boolean there;
        private long taken;

        Run(FileRows rows) throws IOException {
            this.rows = rows;
            this.there = rows.next();
        }

        /** Whether there are rows left. */
        boolean begin() {
            columns = there ? rows.columns() : List.of();
            taken = 0;
            return there;
        }

        List<Column> columns() {
            return columns;
        }

        long line(long row) {
            return lines[(int) (row % REMEMBERED)];
        }

        @Override
        public boolean hasNext() {
            return there && rows.columns() == columns;
        }

        @Override
        public @Nullable Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            taken++;
            lines[(int) (taken % REMEMBERED)] = rows.line();
            @Nullable Object[] values = rows.values();
            try {
                there = rows.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return values;
        }
    }
}
