package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.RowMapper;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerQueryBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Runs one statement, or one batch, on a connection that it leaves to whoever comes next. */
final class SqlServerStatements {

    private SqlServerStatements() {}

    /** Waits for all its results: what BACKUP and RESTORE say on the way comes first, and an error last. */
    static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SqlRunner.on(connection).run(sql);
        }
    }

    static void run(DataSource dataSource, SqlServerQueryBatch batch) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            batch.run(connection);
        }
    }

    static List<String> texts(DataSource dataSource, String query) throws SQLException {
        return rows(dataSource, query, row -> row.getString(1));
    }

    static <T> List<T> rows(DataSource dataSource, String query, RowMapper<T> mapper) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SqlRunner.on(connection).query(query).list(mapper);
        }
    }
}
