package dev.palindrome.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.h2.H2Databases;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** An H2 database as Palindrome makes them, and connections to it, all of which end with it. */
public final class H2TestDatabase implements AutoCloseable {

    private final Database database = new H2Databases().create("H2TestDatabase", DatabaseOptions.DEFAULT);
    private final List<Connection> connections = new ArrayList<>();

    public String name() {
        return database.name();
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public Connection connect() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connections.add(connection);
        return connection;
    }

    public void run(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).run(List.of(statements));
        }
    }

    public List<String> texts(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SqlRunner.on(connection).query(query).texts();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        database.close();
    }
}
