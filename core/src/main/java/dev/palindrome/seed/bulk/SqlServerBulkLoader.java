package dev.palindrome.seed.bulk;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopyOptions;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.RowInsertSql;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL Server's bulk copy, in parts that are each checked as a whole (docs: using-bulk-copy-with-the-jdbc-driver). It runs
 * in the transaction of the connection that it is given.
 *
 * <p>What bulk copy does not take goes through INSERT statements: columns of some types, and parts with a NULL that is
 * meant for a column with a default while another default is wanted, for KEEP_NULLS is about all columns.
 *
 * <p>So do the rows of memory-optimised tables. An INSERT may go into one in a transaction as it is (docs:
 * transactions-with-memory-optimized-tables); of a bulk copy, and of savepoints, no page says that.
 */
final class SqlServerBulkLoader implements BulkLoader {

    private static final int ROWS = 10_000;

    @Override
    public long load(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException {
        RowChunks chunks = new RowChunks(table, columns, rows, ROWS);
        Load load = new Load(connection, table, columns);
        Transaction.Work work = transaction -> {
            while (chunks.hasNext()) {
                long before = chunks.taken();
                load.chunk(chunks.next(), before);
                progress.add(chunks.taken() - before);
            }
        };
        if (table.isMemoryOptimized()) {
            Transaction.runWithoutSavepoint(connection, work);
        } else {
            Transaction.run(connection, work);
        }
        return chunks.taken();
    }

    /** One load. */
    private static final class Load {

        private final Connection connection;
        private final Table table;
        private final List<Column> columns;
        private final List<DeclaredType> types;
        private final List<SqlServerBulkColumn> bulkColumns;
        private final SqlServerDefaults defaults;
        private final SqlServerRowInsert insert;

        Load(Connection connection, Table table, List<Column> columns) {
            this.connection = connection;
            this.table = table;
            this.columns = columns;
            this.types =
                    columns.stream().map(column -> column.type().orElseThrow()).toList();
            this.bulkColumns = columns.stream()
                    .map(SqlServerBulkColumn::of)
                    .flatMap(Optional::stream)
                    .toList();
            this.defaults = SqlServerDefaults.of(table, columns);
            this.insert = new SqlServerRowInsert(connection, table, columns);
        }

        void chunk(List<@Nullable Object[]> rows, long before) throws SQLException {
            rows.forEach(this::makeReady);
            if (table.isMemoryOptimized()) {
                insert.untilRefused(rows, before);
                return;
            }
            boolean takesAll = !columns.isEmpty()
                    && bulkColumns.size() == columns.size()
                    && SqlServerBulkColumn.arePairedRight(table);
            if (!takesAll || defaults.bulkCopyMixesUp(rows)) {
                insert.together(rows, before);
                return;
            }
            try {
                Transaction.run(connection, transaction -> copy(rows));
            } catch (SQLException e) {
                throw insert.refused(e, rows, before);
            }
        }

        private void makeReady(@Nullable Object[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = SqlServerBulkColumn.sent(row[i], types.get(i));
            }
        }

        private void copy(List<@Nullable Object[]> rows) throws SQLException {
            // The driver's connections that are used again are no SQLServerConnection.
            try (SQLServerBulkCopy copy = new SQLServerBulkCopy(connection.unwrap(ISQLServerConnection.class))) {
                copy.setBulkCopyOptions(options(rows));
                copy.setDestinationTableName(table.sqlName());
                for (Column column : columns) {
                    copy.addColumnMapping(column.name(), column.name());
                }
                copy.writeToServer(new SqlServerBulkRows(bulkColumns, rows));
            }
        }

        private SQLServerBulkCopyOptions options(List<@Nullable Object[]> rows) throws SQLException {
            SQLServerBulkCopyOptions options = new SQLServerBulkCopyOptions();
            options.setCheckConstraints(true);
            options.setFireTriggers(false);
            options.setKeepIdentity(RowInsertSql.givesIdentity(columns));
            options.setKeepNulls(defaults.hasNull(rows));
            options.setBulkCopyTimeout(0);
            return options;
        }
    }
}
