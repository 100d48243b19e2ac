package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What a database understands. */
public enum SqlDialect {
    /** T-SQL; also of other servers that speak its protocol. */
    SQL_SERVER,
    /** H2's own SQL. */
    H2;

    /**
     * Asks the driver.
     *
     * @param connection to the database
     * @return its dialect
     * @throws SQLException if the connection is broken
     */
    public static SqlDialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : SQL_SERVER;
    }
}
