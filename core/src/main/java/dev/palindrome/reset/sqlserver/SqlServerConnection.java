package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.RowMapper;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerQueryBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A connection of our own to a database. It comes back where a revert, or a test, has ended it. */
final class SqlServerConnection implements AutoCloseable {

    /** Microsoft: set-xact-abort-transact-sql, set-lock-timeout-transact-sql (milliseconds). */
    private static final String SESSION = "SET XACT_ABORT ON;\nSET LOCK_TIMEOUT 5000";

    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private Connection connection;

    private SqlServerConnection(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        this.connection = dataSource.getConnection();
        run(SESSION);
    }

    static SqlServerConnection open(DataSource dataSource) throws SQLException {
        return new SqlServerConnection(dataSource);
    }

    /** Asks the server whether it is there. */
    boolean isBroken() throws SQLException {
        return connection.isClosed() || !connection.isValid(SECONDS_TO_ANSWER);
    }

    void reopenIfBroken() throws SQLException {
        if (isBroken()) {
            reopen();
        }
    }

    /** Asks nobody: what has been ended from outside only shows when it is used. */
    void reopenIfClosed() throws SQLException {
        if (connection.isClosed()) {
            reopen();
        }
    }

    private void reopen() throws SQLException {
        connection.close();
        connection = dataSource.getConnection();
        run(SESSION);
    }

    Connection jdbc() {
        return connection;
    }

    <T> List<T> read(SqlServerQueries query, RowMapper<T> mapper) throws SQLException {
        return read(query.sql(), mapper);
    }

    <T> List<T> read(String sql, RowMapper<T> mapper) throws SQLException {
        return SqlRunner.on(connection).query(sql).list(mapper);
    }

    void run(SqlServerQueryBatch batch) throws SQLException {
        batch.run(connection);
    }

    void run(String sql) throws SQLException {
        SqlRunner.on(connection).run(sql);
    }

    /**
     * Runs a batch with a transaction in it. What fails ends the session, because a rollback does not take back what was SET
     * in it (Microsoft: set-identity-insert-transact-sql: ON for one table of a session); {@link #reopenIfClosed} makes
     * another.
     */
    void runTransaction(SqlServerQueryBatch batch) throws SQLException {
        try {
            run(batch);
        } catch (SQLException e) {
            end(e);
            throw e;
        }
    }

    private void end(SQLException failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
