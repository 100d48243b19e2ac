package dev.palindrome;

import dev.palindrome.database.Database;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query, each as a text. */
public final class QueriedRows {

    private QueriedRows() {}

    /** Values as JDBC's texts, with bars between them. */
    public static List<String> of(Connection connection, String query) throws SQLException {
        return SqlRunner.on(connection).query(query).list(QueriedRows::text);
    }

    public static List<String> of(Database database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return of(connection, query);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getString(i));
        }
        return String.join("|", values);
    }
}
