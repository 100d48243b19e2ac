package dev.palindrome.h2;

import dev.palindrome.h2.session.EngineShutdown;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/**
 * Ends a database in this JVM whatever a test has done to its user. Where H2 is not known from inside, it takes that user's
 * password and rights.
 */
public final class H2Shutdown {

    private final Optional<EngineShutdown> inside;

    private H2Shutdown(Optional<EngineShutdown> inside) {
        this.inside = inside;
    }

    /**
     * Begins while the user can still connect.
     *
     * @param connection to the database
     * @return the way to end it
     * @throws SQLException if the connection is broken
     */
    public static H2Shutdown of(Connection connection) throws SQLException {
        return new H2Shutdown(H2Inside.isKnown() ? Optional.of(EngineShutdown.of(connection)) : Optional.empty());
    }

    /**
     * Ends a database that this connection has been kept to.
     *
     * @param connection of a user who may do so; it is closed afterwards
     * @throws SQLException if H2 refuses
     */
    public static void now(Connection connection) throws SQLException {
        SqlRunner.on(connection)
                .update("SHUTDOWN"); // whoever asks for more results is told that the database is closed
    }

    /**
     * Ends the database. Does nothing where somebody else has.
     *
     * @param url of the database, without a schema, which a test may have dropped
     * @param username of whoever made it
     * @param password that he had
     * @throws SQLException if H2 refuses
     */
    public void run(String url, String username, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            if (inside.isPresent()) {
                H2Session.of(connection).takeAllRights();
            }
            now(connection);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD && inside.isPresent()) {
                inside.get().run();
            } else if (e.getErrorCode() != ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
                throw e;
            }
        }
    }
}
