package dev.palindrome.seed.bulk;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.RowInsertSql;
import dev.palindrome.seed.refusal.RefusalReason;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.Transaction;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** INSERT statements for rows that bulk copy does not take, and to find out which row it was that it refused. */
final class SqlServerRowInsert {

    private final Connection connection;
    private final Table table;
    private final List<Column> columns;

    SqlServerRowInsert(Connection connection, Table table, List<Column> columns) {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
    }

    /** All in one batch. */
    void together(List<@Nullable Object[]> rows, long before) throws SQLException {
        try {
            Transaction.run(connection, transaction -> prepared(insert -> batch(insert, rows)));
        } catch (SQLException e) {
            throw refused(e, rows, before);
        }
    }

    /** All in one batch, of which nothing is tried again: the transaction is to be rolled back as a whole. */
    void untilRefused(List<@Nullable Object[]> rows, long before) throws SQLException {
        try {
            prepared(insert -> batch(insert, rows));
        } catch (BatchUpdateException e) {
            throw new RowRefusedException(table, before + 1 + firstFailed(e), e);
        }
    }

    private static long firstFailed(BatchUpdateException refusal) {
        return Arrays.stream(refusal.getUpdateCounts())
                .takeWhile(count -> count != Statement.EXECUTE_FAILED)
                .count();
    }

    private void batch(PreparedStatement insert, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            set(insert, row);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /**
     * What to say about rows that the server refused together: it does not say which one it was, so they are tried one by
     * one.
     */
    RuntimeException refused(SQLException refusal, List<@Nullable Object[]> rows, long before) throws SQLException {
        RefusalReason reason = RefusalReason.of(refusal, table);
        List<RowRefusedException> others = new ArrayList<>();
        List<RowRefusedException> same = new ArrayList<>();
        try {
            Transaction.run(
                    connection,
                    transaction -> prepared(insert -> {
                        for (int i = 0; i < rows.size() && same.isEmpty(); i++) {
                            Optional<SQLException> failure = one(insert, rows.get(i));
                            if (failure.isPresent()) {
                                RowRefusedException found =
                                        new RowRefusedException(table, before + i + 1, failure.get());
                                (found.reason().equals(reason.text()) ? same : others).add(found);
                            }
                        }
                        throw refusal;
                    }));
        } catch (SQLException e) {
            // Nothing of this shall stay.
        }
        return same.stream()
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElseGet(() -> new RowRefusedException(table, before + 1, refusal));
    }

    private Optional<SQLException> one(PreparedStatement insert, @Nullable Object[] row) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            set(insert, row);
            insert.executeUpdate();
            return Optional.empty();
        } catch (SQLException e) {
            rollback(savepoint, e);
            return Optional.of(e);
        }
    }

    private void rollback(Savepoint savepoint, SQLException refusal) throws SQLException {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            throw refusal; // it has ended the transaction as well
        }
    }

    @FunctionalInterface
    private interface Use {
        void with(PreparedStatement insert) throws SQLException;
    }

    private void prepared(Use use) throws SQLException {
        boolean givesIdentity = RowInsertSql.givesIdentity(columns);
        SqlServerTriggers triggers = new SqlServerTriggers(table);
        triggers.disable(connection);
        identityInsert(givesIdentity, "ON");
        try (PreparedStatement insert = prepare()) {
            use.with(insert);
        } finally {
            identityInsert(givesIdentity, "OFF");
        }
        triggers.enable(connection);
    }

    /**
     * A user's URL may make bulk copies of batches, which check no constraints (docs:
     * use-bulk-copy-api-batch-insert-operation). A statement keeps what its connection had when it was prepared.
     */
    private PreparedStatement prepare() throws SQLException {
        ISQLServerConnection driver = connection.unwrap(ISQLServerConnection.class);
        boolean wanted = driver.getUseBulkCopyForBatchInsert();
        driver.setUseBulkCopyForBatchInsert(false);
        try {
            return PreparedSql.on(connection, RowInsertSql.sqlServer(table, columns));
        } finally {
            driver.setUseBulkCopyForBatchInsert(wanted);
        }
    }

    /** Only one table of a session can have it ON (docs: set-identity-insert-transact-sql). */
    private void identityInsert(boolean needed, String state) throws SQLException {
        if (needed) {
            SqlRunner.on(connection).run("SET IDENTITY_INSERT " + table.sqlName() + " " + state);
        }
    }

    private void set(PreparedStatement insert, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value == null) {
                insert.setNull(
                        i + 1,
                        SqlServerBulkColumn.of(columns.get(i))
                                .map(SqlServerBulkColumn::jdbcType)
                                .orElse(Types.NVARCHAR));
            } else {
                insert.setObject(i + 1, value);
            }
        }
    }
}
