package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes next in an identity, and what INSERT without a list of columns gives. */
class EmbeddedIdentityTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** Microsoft: dbcc-checkident-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    never filled                       | 10 |
                    never filled, twice                | 10 | DBCC CHECKIDENT (t, RESEED, 10)
                    never filled, below the seed       |  0 | DBCC CHECKIDENT (t, RESEED, 0)
                    never filled, below zero           | -5 | DBCC CHECKIDENT (t, RESEED, -5) DBCC CHECKIDENT (t, RESEED, -5)
                    emptied                            |  1 | INSERT INTO t (a) VALUES (1), (2) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 0)
                    emptied, twice                     |  1 | INSERT INTO t (a) VALUES (1), (2) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 0) DBCC CHECKIDENT (t, RESEED, 0)
                    filled behind a new beginning      | 21 | DBCC CHECKIDENT (t, RESEED, 20) INSERT INTO t (a) VALUES (1) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 20)
                    truncated behind a new beginning   |  7 | INSERT INTO t (a) VALUES (1) DBCC CHECKIDENT (t, RESEED, 3) TRUNCATE TABLE t DBCC CHECKIDENT (t, RESEED, 7)
                    truncated                          |  1 | DBCC CHECKIDENT (t, RESEED, 3) INSERT INTO t (a) VALUES (1) TRUNCATE TABLE t
                    """)
    void anIdentityGoesOnWhereItIsTold(String story, int next, String script) throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(1, 1), a INT)");
        database.run(script == null ? "DBCC CHECKIDENT (t, RESEED, 10)" : script);

        database.run("INSERT INTO t (a) VALUES (9)");

        assertThat(database.rows("SELECT \"id\" FROM \"t\" WHERE \"a\" = 9"))
                .as(story)
                .containsExactly(String.valueOf(next));
    }

    @Test
    void anInsertWithoutColumnsLeavesOutIdentitiesAndComputedColumnsButNoRowversion() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY, a INT, rv ROWVERSION, b AS (a + 1))");

        database.run("INSERT INTO t VALUES (1, DEFAULT)");

        assertThat(database.rows("SELECT \"id\", \"a\", \"b\" FROM \"t\"")).containsExactly("1|1|2");
        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES (2)")).hasMessageContaining("Column count");
        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES (2, 0x00)"))
                .hasMessageContaining("Msg 273: Cannot insert an explicit value into a timestamp column.");
    }
}
