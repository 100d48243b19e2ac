package dev.palindrome.reset.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A connection of our own to a database. It comes back where a revert, or a test, has ended it. */
final class SqlServerConnection implements AutoCloseable {

    /** Makes something of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Microsoft: set-xact-abort-transact-sql, set-lock-timeout-transact-sql (milliseconds). */
    private static final List<String> SESSION = List.of("SET XACT_ABORT ON", "SET LOCK_TIMEOUT 5000");

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

    void reopenIfBroken() throws SQLException {
        if (connection.isClosed() || !connection.isValid(SECONDS_TO_ANSWER)) {
            connection.close();
            connection = dataSource.getConnection();
            run(SESSION);
        }
    }

    Connection jdbc() {
        return connection;
    }

    <T> List<T> read(SqlServerQueries query, RowReader<T> reader) throws SQLException {
        return read(query.sql(), reader);
    }

    <T> List<T> read(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    void run(List<String> statements) throws SQLException {
        for (String statement : statements) {
            run(statement);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * All or nothing. What fails ends the session, because a rollback does not take back what was SET in it (Microsoft:
     * set-identity-insert-transact-sql: ON for one table of a session); {@link #reopenIfBroken} makes another.
     */
    void runInTransaction(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run(statements);
            connection.commit();
        } catch (SQLException e) {
            end(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private void end(SQLException failure) {
        try (Connection ended = connection) {
            ended.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
