package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What a statement that fails does to the transaction around it. */
interface FailureHandling {

    /** Sees to it that it does not end the transaction. */
    void begin() throws SQLException;

    /** Puts the session back as it was before {@link #begin}. */
    void end() throws SQLException;

    /** Whether the transaction can go on after a statement has failed. */
    boolean goesOn() throws SQLException;

    static FailureHandling of(Connection connection) throws SQLException {
        return switch (SqlDialect.of(connection)) {
            case H2 -> new H2FailureHandling();
            case SQL_SERVER -> new SqlServerFailureHandling(connection);
        };
    }
}
