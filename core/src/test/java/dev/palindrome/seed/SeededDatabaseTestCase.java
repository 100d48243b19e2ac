package dev.palindrome.seed;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a database of its own; a class for each engine says where it comes from. */
public abstract class SeededDatabaseTestCase {

    protected SeededDatabase database;

    protected abstract SeededDatabase open() throws SQLException;

    @BeforeEach
    void connect() throws SQLException {
        database = open();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }
}
