package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2Front;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blanks at the end and capitals, as SQL Server compares them.
 *
 * @see <a href="https://support.microsoft.com/help/316626">How SQL Server compares strings with trailing spaces</a>
 */
class EmbeddedTextComparisonTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name VARCHAR(10) PRIMARY KEY",
                "name NVARCHAR(10) UNIQUE",
                "name NCHAR(10) UNIQUE",
                "name CHAR(10) PRIMARY KEY",
                "id INT DEFAULT 1, name VARCHAR(10), UNIQUE (name, id)",
                "name VARCHAR(10) INDEX ix UNIQUE"
            })
    void aKeyTakesNoTextThatDiffersInCaseOrInBlanksAtTheEnd(String columns) throws SQLException {
        database.run("CREATE TABLE t (" + columns + "); INSERT INTO t (name) VALUES ('ab')");

        assertThatThrownBy(() -> database.run("INSERT INTO t (name) VALUES ('ab  ')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.run("INSERT INTO t (name) VALUES (N'AB ')"))
                .isInstanceOf(SQLException.class);
        database.run("INSERT INTO t (name) VALUES (' ab')");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VARCHAR(10)", "NVARCHAR(10)", "CHAR(10)", "NCHAR(10)"})
    void whereverTextsAreCompared(String type) throws SQLException {
        database.run("CREATE TABLE t (id INT, name " + type + "); CREATE TABLE u (name " + type + ");"
                + " INSERT INTO t VALUES (1, 'ab'), (2, 'AB '), (3, 'b'), (4, 'C'); INSERT INTO u VALUES ('Ab  ');");

        assertAnswer("SELECT COUNT(*) FROM t JOIN u ON u.name = t.name", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name IN (SELECT name FROM u)", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name = 'aB '", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name LIKE 'a_%'", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE '<' + name = '<aB'", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name <> N'aB '", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name IN ('AB', 'x')", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE name BETWEEN 'A' AND 'B'", "3");
        assertAnswer("SELECT COUNT(DISTINCT name) FROM t", "3");
        assertAnswer("SELECT COUNT(*) FROM (SELECT name FROM t GROUP BY name) g", "3");
        assertAnswer("SELECT COUNT(*) FROM (SELECT name FROM t UNION SELECT name FROM u) g", "3");
        assertAnswer("SELECT COUNT(*) FROM (SELECT name FROM t EXCEPT SELECT name FROM u) g", "2");
        assertAnswer("SELECT TOP 1 id FROM t ORDER BY name DESC", "4");
        assertAnswer("SELECT id FROM t WHERE name = (SELECT MAX(name) FROM t)", "4");
        assertAnswer("SELECT COUNT(*) FROM t WHERE CASE name WHEN 'AB  ' THEN 1 ELSE 0 END = 1", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE NULLIF(name, 'aB  ') IS NULL", "2");
    }

    @Test
    void betweenTypes() throws SQLException {
        database.run(
                "CREATE TABLE t (c CHAR(10), v VARCHAR(10), n NVARCHAR(10)); INSERT INTO t VALUES ('ab', 'AB ', N'Ab  ')");

        assertAnswer("SELECT COUNT(*) FROM t WHERE c = v AND v = n AND n = c", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE v IN (SELECT c FROM t) AND c IN (SELECT n FROM t)", "1");
    }

    @Test
    void ofLiterals() throws SQLException {
        database.run("CREATE TABLE t (id INT); INSERT INTO t VALUES (1)");

        assertAnswer("SELECT COALESCE(NULLIF('a', 'A'), 'none') FROM t", "none");
        assertAnswer("SELECT COALESCE(NULLIF(N'a', 'A  '), 'none') FROM t", "none");
        assertAnswer("SELECT CASE 'a' WHEN 'A ' THEN 'same' ELSE 'other' END FROM t", "same");
        assertAnswer("SELECT CASE WHEN 'a' = 'A ' THEN 'same' ELSE 'other' END FROM t", "same");
        assertAnswer("SELECT CASE WHEN 'b' BETWEEN 'A' AND 'C' THEN 'same' ELSE 'other' END FROM t", "same");
        assertAnswer("SELECT CASE WHEN 'b' IN ('A', 'B ') THEN 'same' ELSE 'other' END FROM t", "same");
        assertAnswer("SELECT CASE WHEN 'a' + 'b' = 'AB' THEN 'same' ELSE 'other' END FROM t", "same");
    }

    @Test
    void aCollationThatHeedsCaseDoesSoForVarcharsAndChars() throws SQLException {
        database.run("CREATE TABLE t (v VARCHAR(10) COLLATE Latin1_General_CS_AS UNIQUE,"
                + " c CHAR(4) COLLATE Latin1_General_BIN2 UNIQUE);"
                + " INSERT INTO t VALUES ('ab', 'ab'), ('AB', 'AB')");

        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES ('ab ', 'x')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES ('x', 'ab ')"))
                .isInstanceOf(SQLException.class);
        assertAnswer("SELECT COUNT(*) FROM t WHERE v = 'ab '", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE c = 'ab '", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE c LIKE 'ab'", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE c IN ('ab', 'x')", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE c = v", "2");
    }

    @Test
    void aDatabaseWhoseCollationHeedsCaseDoesSoForChars() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MSSQLServer;IGNORECASE=FALSE")) {
            H2Front.install(connection);
            SqlRunner sql = SqlRunner.on(connection);
            sql.run(List.of(
                    "CREATE TABLE t (v VARCHAR(9) UNIQUE, c CHAR(3) UNIQUE)",
                    "INSERT INTO t VALUES ('a', 'a'), ('A', 'A')"));

            assertThatThrownBy(() -> sql.run("INSERT INTO t VALUES ('a ', 'x')"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> sql.run("INSERT INTO t VALUES ('x', 'a ')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** H2 looks at the index of an equal text for a pattern without wildcards. */
    @Test
    void likeFindsThroughAnIndexWhatItFindsWithout() throws SQLException {
        database.run(
                "CREATE TABLE t (v VARCHAR(10) PRIMARY KEY, n NVARCHAR(10) INDEX ix);"
                        + " INSERT INTO t VALUES ('abc ', N'abc '), ('abcd', N'abcd'), ('ab' + CHAR(9) + 'c', N'ab' + CHAR(9) + 'c')");

        assertAnswer("SELECT COUNT(*) FROM t WHERE v LIKE 'ABC'", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE n LIKE N'abc'", "0");
        assertAnswer("SELECT COUNT(*) FROM t WHERE v LIKE 'ab%'", "3");
        assertAnswer("SELECT COUNT(*) FROM t WHERE n LIKE N'abc %'", "1");
    }

    @Test
    void theOrderIsThatWithoutCase() throws SQLException {
        database.run(
                "CREATE TABLE t (v VARCHAR(10), c CHAR(4)); INSERT INTO t VALUES ('b', 'b'), ('C', 'C'), ('a', 'a')");

        assertThat(database.rows("SELECT v FROM t ORDER BY v")).isEqualTo(List.of("a", "b", "C"));
        assertThat(database.rows("SELECT v FROM t ORDER BY c")).isEqualTo(List.of("a", "b", "C"));
        assertAnswer("SELECT MIN(c) + '.' FROM t", "a   .");
        assertAnswer("SELECT MAX(c) + '.' FROM t", "C   .");
        assertAnswer("SELECT MAX(v) FROM t", "C");
    }

    @Test
    void likeCountsBlanksAtTheEndOfNationalTextsAndOfPatterns() throws SQLException {
        database.run(
                "CREATE TABLE t (v VARCHAR(10), n NVARCHAR(10)); INSERT INTO t VALUES ('ab ', N'ab '), ('ab', N'ab')");

        assertAnswer("SELECT COUNT(*) FROM t WHERE v LIKE 'ab'", "2");
        assertAnswer("SELECT COUNT(*) FROM t WHERE n LIKE 'ab'", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE v LIKE 'ab '", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE n LIKE 'ab '", "1");
        assertAnswer("SELECT COUNT(*) FROM t WHERE n NOT LIKE N'ab '", "1");
    }

    /** The query's one value, as a script's query into a table gives it. */
    private void assertAnswer(String query, String value) throws SQLException {
        database.run("CREATE TABLE answer (found VARCHAR(100)); INSERT INTO answer " + query);
        assertThat(database.rows("SELECT found FROM answer")).as(query).containsExactly(value);
        database.run("DROP TABLE answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MERGE t USING (VALUES (1, 'ABC')) s (id, v) ON t.id = s.id WHEN MATCHED AND s.v = 'abc' THEN UPDATE SET i = 9;",
                "MERGE t USING(SELECT 1 AS id, 'ABC' AS v) s ON t.id = s.id AND s.v = 'abc' WHEN MATCHED THEN UPDATE SET i = 9;",
                "MERGE t USING (VALUES ('ABC'), (N'x')) s (v) ON t.name = s.v WHEN MATCHED THEN UPDATE SET i = 9;",
                "WITH s AS (SELECT 'ABC' AS v) MERGE t USING s ON s.v = 'abc' WHEN MATCHED THEN UPDATE SET i = 9;"
            })
    void aMergeHeedsNoCaseInWhatItsSourceSays(String merge) throws SQLException {
        database.run("CREATE TABLE t (id INT, name VARCHAR(9), i INT); INSERT INTO t VALUES (1, 'abc', 0)");

        database.run(merge);

        assertThat(database.rows("SELECT i FROM t")).containsExactly("9");
    }
}
