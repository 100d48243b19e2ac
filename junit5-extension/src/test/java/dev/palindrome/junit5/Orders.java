package dev.palindrome.junit5;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The table that the fixtures' first migration makes. */
final class Orders {

    private Orders() {}

    static void add(DataSource dataSource, String customer) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            add(connection, customer);
        }
    }

    static void add(Connection connection, String customer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO dbo.orders (customer) VALUES (?)")) {
            insert.setString(1, customer);
            insert.executeUpdate();
        }
    }

    static List<String> customers(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return customers(connection);
        }
    }

    static List<String> customers(Connection connection) throws SQLException {
        return column(connection, "SELECT customer FROM dbo.orders ORDER BY id");
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** Of a database that the embedded engine has kept in a file. */
    static List<String> keptIn(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            return customers(connection);
        }
    }
}
