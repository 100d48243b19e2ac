package dev.palindrome.h2.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.H2Everything;
import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.H2OpenTransactionException;
import dev.palindrome.h2.H2Restoration;
import dev.palindrome.h2.H2Shutdown;
import dev.palindrome.h2.H2Snapshot;
import dev.palindrome.h2.H2TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What H2's SQL alone brings back. */
class SqlSnapshotTest {

    private final H2TestDatabase database = new H2TestDatabase();

    @BeforeEach
    void makeAFewThings() throws SQLException {
        database.run(
                "CREATE TABLE gone (x INT)",
                "CREATE TABLE users (id INT GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_users PRIMARY KEY,"
                        + " name VARCHAR(20) CONSTRAINT uq_users UNIQUE, photo BLOB)",
                "CREATE TABLE todos (user_id INT CONSTRAINT fk_todos REFERENCES users (id), title VARCHAR(20))",
                "INSERT INTO users (name, photo) VALUES ('Ann', REPEAT('ab', 90000)), ('Bob', NULL)",
                "INSERT INTO todos VALUES (1, 'cook'), (1, 'cook')",
                "CREATE SYNONYM people FOR users",
                "CREATE SEQUENCE tickets START WITH 7",
                "DROP TABLE gone",
                "CREATE VIEW low AS SELECT name FROM people",
                "CREATE VIEW high AS SELECT (SELECT COUNT(*) FROM low) AS n FROM users");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "DELETE FROM todos; INSERT INTO users (name) VALUES ('Cid'); SELECT NEXT VALUE FOR tickets",
                "DROP TABLE users CASCADE; CREATE TABLE users (x INT)",
                "DROP VIEW low CASCADE; DROP SEQUENCE tickets; DROP SYNONYM people",
                "CREATE SCHEMA more; CREATE TABLE more.t (x INT); CREATE USER writer PASSWORD 'Writer_1'",
                "DROP ALL OBJECTS"
            })
    void everythingIsPutBack(String change) throws SQLException {
        try (H2Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            database.run(change);

            assertThat(snapshot.restore())
                    .isEqualTo(H2Restoration.everything("this version of H2 does not tell what was written"));
            assertThat(everything()).containsExactlyElementsOf(before);
        }
    }

    @Test
    void passwordsComeBack() throws SQLException {
        database.run("CREATE USER reader PASSWORD 'Reader_1'");
        try (H2Snapshot snapshot = snapshot()) {
            database.run("ALTER USER reader SET PASSWORD 'Reader_2'", "ALTER USER sa SET PASSWORD 'Changed_1'");
            snapshot.restore();

            String url = database.connect().getMetaData().getURL();
            DriverManager.getConnection(url, "reader", "Reader_1").close();
        }
    }

    @Test
    void nothingIsDroppedWhereASettingWouldStay() throws SQLException {
        try (H2Snapshot snapshot = snapshot()) {
            List<String> before = database.texts("SELECT name FROM users");
            database.run("SET MAX_MEMORY_ROWS 7");

            assertThatThrownBy(snapshot::restore)
                    .isExactlyInstanceOf(H2Exception.class)
                    .hasMessage(
                            "The database cannot be brought back and stays as it is: \"SET MAX_MEMORY_ROWS 7\" was"
                                    + " not set before, and this version of H2 cannot forget it. Leave it out of tests, or use H2 2.4.240.");
            assertThat(database.texts("SELECT name FROM users")).isEqualTo(before);
        }
    }

    @Test
    void nothingIsDroppedWhereTheUserIsNoAdministratorAnyMore() throws SQLException {
        try (H2Snapshot snapshot = snapshot()) {
            database.run("ALTER USER sa ADMIN FALSE");

            assertThatThrownBy(snapshot::restore)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Admin rights are required");
            assertThat(database.texts("SELECT name FROM users")).containsExactly("Ann", "Bob");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM todos", "DELETE FROM todos WHERE title = 'nobody''s'"})
    void anOpenTransactionIsAnError(String statement) throws SQLException {
        try (H2Snapshot snapshot = snapshot()) {
            Connection open = database.connect();
            open.setAutoCommit(false);
            open.createStatement().execute(statement);

            for (var step : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                    snapshot::restore, snapshot::inspect, this::snapshot)) {
                assertThatThrownBy(step)
                        .isExactlyInstanceOf(H2OpenTransactionException.class)
                        .hasMessageMatching("A transaction is still open on connection \\d+ of SA, opened at .*\\.");
            }
        }
    }

    @Test
    void saysThatTheDatabaseWasShutDown() throws SQLException {
        try (H2Snapshot snapshot = snapshot()) {
            H2Shutdown.now(database.connect());

            assertThatThrownBy(snapshot::restore)
                    .isExactlyInstanceOf(H2Exception.class)
                    .hasMessage(
                            database.name()
                                    + " cannot be reset: it was shut down, and its rows are gone. Leave SHUTDOWN out of tests, or make another database.");
        }
    }

    private H2Snapshot snapshot() throws SQLException {
        return SqlSnapshot.of(database.name(), database.dataSource());
    }

    private List<String> everything() throws SQLException {
        return H2Everything.in(database.connect());
    }
}
