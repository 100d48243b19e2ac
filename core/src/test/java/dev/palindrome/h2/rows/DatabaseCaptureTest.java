package dev.palindrome.h2.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.h2.H2Databases;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When rows can be taken below SQL. Where they cannot, a copy is made by SQL, which {@code H2TemplateTest} shows. */
class DatabaseCaptureTest {

    private final Database database = new H2Databases().create("DatabaseCaptureTest", DatabaseOptions.DEFAULT);

    @BeforeEach
    void makeATable() throws SQLException {
        run("CREATE TABLE t (id INT PRIMARY KEY, text CLOB)");
        run("CREATE VIEW v AS SELECT id FROM t");
        run("INSERT INTO t VALUES (1, REPEAT('a', 1000))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsOfTablesAreKnown() throws SQLException {
        assertThat(isKnown()).isTrue();
    }

    @Test
    void whatIsWrittenMeanwhileMakesTheCaptureUseless() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseCapture beforeARow = DatabaseCapture.of(connection);
            run("INSERT INTO t (id) VALUES (2)");
            assertThat(beforeARow.rows()).isEmpty();
            DatabaseCapture beforeATable = DatabaseCapture.of(connection);
            run("CREATE TABLE other (x INT)");
            assertThat(beforeATable.rows()).isEmpty();
            assertThat(DatabaseCapture.of(connection).rows()).isPresent();
        }
    }

    @Test
    void whatNobodyHasCommittedIsNotKnown() throws SQLException {
        try (Connection open = database.dataSource().getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute("INSERT INTO t (id) VALUES (2)");
            assertThat(isKnown()).isFalse();
        }
        assertThat(isKnown()).isTrue();
    }

    @Test
    void longValuesOutsideOfRowsAreNotKnown() throws SQLException {
        run("SET MAX_LENGTH_INPLACE_LOB 10");
        run("INSERT INTO t VALUES (2, REPEAT('a', 1000))");
        assertThat(isKnown()).isFalse();
    }

    @Test
    void aTableThatIsElsewhereIsNotKnown() throws SQLException {
        run("CREATE LINKED TABLE near('', '%s', 'sa', '%s', 'dbo.t')"
                .formatted(database.jdbcUrl(), database.password()));
        assertThat(isKnown()).isFalse();
    }

    private boolean isKnown() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return DatabaseCapture.of(connection).rows().isPresent();
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
