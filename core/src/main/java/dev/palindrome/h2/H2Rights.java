package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.engine.User;
import org.h2.jdbc.JdbcConnection;

/**
 * What the user whom Palindrome connects as may do: everything, but a test may take that away from him to see what somebody
 * with less rights can do. Nobody else could give it back.
 */
public final class H2Rights {

    private H2Rights() {}

    /**
     * Makes a connection's user an administrator. The catalogue goes on saying what it said.
     *
     * @param connection to an H2 database in this JVM
     * @return whether he was one
     * @throws SQLException if the connection is not H2's own
     */
    public static boolean takeAll(Connection connection) throws SQLException {
        User user = user(connection);
        boolean had = user.isAdmin();
        user.setAdmin(true);
        return had;
    }

    /** Makes a connection's user what he was. */
    static void putBack(Connection connection, boolean had) throws SQLException {
        user(connection).setAdmin(had);
    }

    private static User user(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getUser();
    }
}
