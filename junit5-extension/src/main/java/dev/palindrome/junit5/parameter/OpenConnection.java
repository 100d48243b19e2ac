package dev.palindrome.junit5.parameter;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.scope.StoredResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A connection that was handed out, and is closed when that is over. */
final class OpenConnection implements StoredResource {

    private Optional<Connection> connection = Optional.empty();

    Connection open(DataSource dataSource) throws SQLException {
        Connection opened = dataSource.getConnection();
        connection = Optional.of(opened);
        return opened;
    }

    @Override
    public void close() {
        connection.ifPresent(OpenConnection::close);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new PalindromeException("A connection handed to a test cannot be closed: " + e.getMessage(), e);
        }
    }
}
