package dev.palindrome.seed;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the engines differ when rows are put in. */
interface FillEngine {

    static FillEngine of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                ? new H2FillEngine()
                : new SqlServerFillEngine();
    }

    /** Sees to it that a statement that fails does not end the transaction. */
    void prepare(Connection connection) throws SQLException;

    /** Puts the connection back as it was before {@link #prepare}. */
    void restore(Connection connection) throws SQLException;

    /** Whether the transaction can go on after a statement has failed. */
    boolean goesOn(Connection connection) throws SQLException;

    /** What tells rows of a table without a key apart. */
    String rowLocator();
}
