package dev.palindrome.database.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs one statement, on a connection of its own. */
final class SqlServerStatements {

    private SqlServerStatements() {}

    /** Waits for all its results: what BACKUP and RESTORE say on the way comes first, and an error last. */
    static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            run(statement, sql);
        }
    }

    /** The same on a session that goes on. */
    static void run(Statement statement, String sql) throws SQLException {
        boolean hasRows = statement.execute(sql);
        while (hasRows || statement.getUpdateCount() != -1) {
            hasRows = statement.getMoreResults();
        }
    }

    static List<String> texts(DataSource dataSource, String query) throws SQLException {
        return rows(dataSource, query, row -> row.getString(1));
    }

    /** Makes something of a row. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    static <T> List<T> rows(DataSource dataSource, String query, RowMapper<T> mapper) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> mapped = new ArrayList<>();
            while (rows.next()) {
                mapped.add(mapper.map(rows));
            }
            return mapped;
        }
    }
}
