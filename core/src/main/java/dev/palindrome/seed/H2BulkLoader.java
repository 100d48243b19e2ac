package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.H2Procedures;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches of INSERT statements. H2 is in the same JVM, so that nothing is gained by sending more at once. */
final class H2BulkLoader implements BulkLoader {

    private static final int ROWS = 1000;

    /** The front makes identities GENERATED ALWAYS, as SQL Server's are. */
    private static final String OVERRIDING = "OVERRIDING SYSTEM VALUE ";

    @Override
    public long load(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException {
        return AllOrNothing.run(connection, () -> insert(connection, table, columns, rows, progress));
    }

    private static long insert(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException {
        boolean givesIdentity = InsertBatch.givesIdentity(columns);
        String sql = InsertBatch.sql(table, columns, givesIdentity ? OVERRIDING : "");
        long done = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            while (rows.hasNext()) {
                int size = batch(insert, rows, columns.size());
                execute(insert, table, done);
                done += size;
                progress.rows(done);
            }
        }
        if (givesIdentity && done > 0) {
            H2Procedures.moveIdentity(connection, table.schema(), table.name());
        }
        progress.end(done);
        return done;
    }

    private static int batch(PreparedStatement insert, Iterator<@Nullable Object[]> rows, int columns)
            throws SQLException {
        int size = 0;
        while (size < ROWS && rows.hasNext()) {
            @Nullable Object[] row = rows.next();
            for (int i = 0; i < columns; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
            size++;
        }
        return size;
    }

    private static void execute(PreparedStatement insert, Table table, long done) throws SQLException {
        try {
            insert.executeBatch();
        } catch (BatchUpdateException e) {
            SQLException refusal = e.getNextException() == null ? e : e.getNextException();
            throw new RowRefusedException(table, done + firstFailed(e), RefusalText.of(refusal, table), refusal);
        }
    }

    /** H2 goes on after a row that fails. */
    private static int firstFailed(BatchUpdateException failure) {
        int[] counts = failure.getUpdateCounts();
        int i = 0;
        while (i < counts.length && counts[i] != Statement.EXECUTE_FAILED) {
            i++;
        }
        return i + 1;
    }
}
