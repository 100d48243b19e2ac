package dev.palindrome.production.export;

import dev.palindrome.production.ExportException;
import dev.palindrome.production.ExportReport;
import dev.palindrome.production.ExportReport.ExportedTable;
import dev.palindrome.production.PersonalData;
import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.DataFileWriter;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes a subset of a database's rows to files. Nothing is written into the database but keys in tables of the session's own. */
public final class ExportRun {

    private static final VisibleLog LOG = VisibleLog.of(ExportRun.class);

    /** Rows between two looks at how far it is. */
    private static final int NOW_AND_THEN = 1000;

    private final Connection connection;
    private final ExportRequest request;
    private final SchemaSnapshot schema;
    private final Subset subset;
    private final ExportEngine engine;
    private final ExportSql sql;
    private final SubsetKeys keys;
    private final ExportMasks masks;
    private final List<String> notes = new ArrayList<>();

    private ExportRun(Connection connection, ExportRequest request) throws SQLException {
        this.connection = connection;
        this.request = request;
        this.schema = SchemaReader.of(connection).read(connection);
        this.subset = Subset.of(schema, request.tables());
        this.engine = ExportEngine.of(connection);
        this.sql = new ExportSql(engine);
        this.keys = new SubsetKeys(subset, sql, SqlRunner.on(connection));
        this.masks = ExportMasks.of(request, schema);
        this.notes.addAll(masks.notes());
    }

    public static ExportReport run(DataSource database, ExportRequest request) {
        try (Connection connection = database.getConnection()) {
            return new ExportRun(connection, request).run(database);
        } catch (SQLException e) {
            throw UnreadableRows.of(e);
        } catch (IOException e) {
            throw unwritable(request, e);
        } catch (UncheckedIOException e) {
            throw unwritable(request, Objects.requireNonNull(e.getCause()));
        }
    }

    private static ExportException unwritable(ExportRequest request, IOException e) {
        return new ExportException(
                "The files of the export cannot be written to %s (%s).".formatted(request.folder(), e), e);
    }

    private ExportReport run(DataSource database) throws SQLException, IOException {
        if (request.masking().isPresent()) {
            masks.check(subset, PersonalData.scan(database));
        }
        List<String> names = fileNames();
        try (LongStep step = LongStep.begin(LOG, "Exporting to " + request.folder());
                ExportFolder folder = ExportFolder.open(request.folder(), names, request.replaces())) {
            List<ExportedTable> tables = atOneMoment(() -> {
                masks.learn(subset, sql, engine, SqlRunner.on(connection), step);
                return write(folder, names, step);
            });
            folder.complete();
            notes.addAll(masks.notesOfRows());
            return new ExportReport(request.folder(), tables, notes);
        }
    }

    private List<String> fileNames() {
        List<String> names = new ArrayList<>();
        for (SubsetTable table : subset.tables()) {
            String name = DataFileWriter.name(table.table())
                    .orElseThrow(() -> new ExportException(
                            "No file can be called after the table %s, so that its rows could not be loaded again. Leave it out, and what references it."
                                    .formatted(table)));
            Optional<String> other =
                    names.stream().filter(name::equalsIgnoreCase).findFirst();
            if (other.isPresent()) {
                throw new ExportException(
                        "The files %s and %s are one where file names have no case. Leave one of these tables out."
                                .formatted(other.get(), name));
            }
            names.add(name);
        }
        return names;
    }

    /** Reads. */
    @FunctionalInterface
    private interface Reading {
        List<ExportedTable> read() throws SQLException, IOException;
    }

    /** Tables of keys are made before the transaction begins, and are there when it has been rolled back. */
    private List<ExportedTable> atOneMoment(Reading reading) throws SQLException, IOException {
        boolean commits = connection.getAutoCommit();
        connection.setAutoCommit(true);
        keys.make();
        int isolation = connection.getTransactionIsolation();
        Optional<Integer> snapshot = engine.snapshotIsolation(connection, subset.tables());
        if (snapshot.isPresent()) {
            connection.setTransactionIsolation(snapshot.get());
        } else {
            notes.add(
                    "Rows that were changed meanwhile may not fit to each other: the database does not allow snapshot isolation"
                            + " (ALTER DATABASE … SET ALLOW_SNAPSHOT_ISOLATION ON), or tables are memory-optimised.");
        }
        connection.setAutoCommit(false);
        try {
            keys.fill();
            return reading.read();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
            keys.drop();
            connection.setAutoCommit(commits);
        }
    }

    private List<ExportedTable> write(ExportFolder folder, List<String> names, LongStep step)
            throws SQLException, IOException {
        List<ExportedTable> written = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            SubsetTable table = subset.tables().get(i);
            String place = "%s, table %d of %d".formatted(table, i + 1, names.size());
            long rows = write(
                    folder,
                    table,
                    names.get(i),
                    count -> step.at(String.format(Locale.ROOT, "%s, %,d rows", place, count)));
            written.add(new ExportedTable(
                    table.toString(), rows, names.get(i), table.chosen().isPresent(), keys.reasons(table)));
        }
        return written;
    }

    /** Is told how many rows there are by now. */
    @FunctionalInterface
    private interface Progress {
        void at(long rows);
    }

    private long write(ExportFolder folder, SubsetTable table, String name, Progress progress) throws IOException {
        List<Column> columns = DataFileWriter.columns(table.table()).stream()
                .filter(column -> !isEncrypted(column))
                .toList();
        List<ColumnReading> readings = columns.stream()
                .map(column -> engine.reading(schema.baseType(column), "t." + engine.quoted(column.name())))
                .toList();
        long[] rows = new long[1];
        try (DataFileWriter file = DataFileWriter.begin(folder.begin(name), columns)) {
            RowReading reading = new RowReading(table, columns, readings, masks);
            SqlRunner.on(connection)
                    .query(sql.rows(table, reading.expressions(engine)))
                    .forEach(row -> {
                        add(file, reading.values(row));
                        rows[0]++;
                        if (rows[0] % NOW_AND_THEN == 0) {
                            progress.at(rows[0]);
                        }
                    });
            note(table, columns, readings, file.mendedTexts());
        } catch (SQLException e) {
            throw UnreadableRows.of(table, e);
        }
        return rows[0];
    }

    private static void add(DataFileWriter file, @Nullable Object[] values) {
        try {
            file.row(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEncrypted(Column column) {
        return column.object().get(Property.ENCRYPTED).isPresent();
    }

    private boolean isMasked(SubsetTable table, Column column) {
        return masks.of(table.table()).filter(mask -> mask.masks(column.name())).isPresent();
    }

    private void note(SubsetTable table, List<Column> columns, List<ColumnReading> readings, long mended) {
        for (int i = 0; i < columns.size(); i++) {
            if (!readings.get(i).isExact() && !isMasked(table, columns.get(i))) {
                notes.add("%s.%s is written as text: values may come back in another type, or rounded."
                        .formatted(table, columns.get(i).name()));
            }
        }
        table.table().columns().stream()
                .filter(ExportRun::isEncrypted)
                .forEach(column ->
                        notes.add("%s.%s is left out: its values are encrypted with a key that stays with its owner."
                                .formatted(table, column.name())));
        if (mended > 0) {
            notes.add("%,d values of %s are no whole Unicode texts: half a character stands as U+FFFD in the file."
                    .formatted(mended, table));
        }
    }
}
