package dev.palindrome.seed.bulk;

import dev.palindrome.h2.H2Front;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.RowInsertSql;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.Transaction;
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

    @Override
    public long load(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException {
        RowChunks chunks = new RowChunks(table, columns, rows, ROWS);
        Transaction.run(connection, transaction -> insert(connection, table, columns, chunks, progress));
        return chunks.taken();
    }

    private static void insert(
            Connection connection, Table table, List<Column> columns, RowChunks chunks, LoadProgress progress)
            throws SQLException {
        try (PreparedStatement insert = PreparedSql.on(connection, RowInsertSql.h2(table, columns))) {
            while (chunks.hasNext()) {
                long before = chunks.taken();
                add(insert, chunks.next());
                execute(insert, table, before);
                progress.add(chunks.taken() - before);
            }
        }
        if (RowInsertSql.givesIdentity(columns) && chunks.taken() > 0) {
            H2Front.moveIdentity(connection, table.schema(), table.name());
        }
    }

    private static void add(PreparedStatement insert, List<@Nullable Object[]> chunk) throws SQLException {
        for (@Nullable Object[] row : chunk) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
    }

    private static void execute(PreparedStatement insert, Table table, long before) throws SQLException {
        try {
            insert.executeBatch();
        } catch (BatchUpdateException e) {
            throw new RowRefusedException(
                    table, before + firstFailed(e), e.getNextException() == null ? e : e.getNextException());
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
