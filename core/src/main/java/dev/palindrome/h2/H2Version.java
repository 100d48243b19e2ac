package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.SQLException;

/** Which H2 is on the class path. */
public final class H2Version {

    private H2Version() {}

    /**
     * Asks the driver.
     *
     * @param connection to any H2 database
     * @return such as {@code 2.3.232}
     * @throws SQLException if the connection is broken
     */
    public static String of(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion(); // 2.3.232 (2024-08-11)
        int space = version.indexOf(' ');
        return space < 0 ? version : version.substring(0, space);
    }
}
