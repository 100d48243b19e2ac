package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * VALUES in FROM that names columns of the query around.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql">Table value constructor</a>
 */
class EmbeddedRowsOfValuesTest {

    private static EmbeddedDatabase database;
    private static int views;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.o (x INT); INSERT INTO dbo.o VALUES (1), (5);"
                + " CREATE TABLE dbo.t (id INT PRIMARY KEY, a INT, b INT, c DECIMAL(9, 2), d DATETIME, e DATE)");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.run("DELETE dbo.t;"
                + " INSERT INTO dbo.t VALUES (1, 5, 7, 3.5, '20240101', '20240202'), (2, 9, NULL, 1, NULL, NULL)");
    }

    private static List<String> rows(String query) throws SQLException {
        String view = "dbo.v" + views++;
        database.run("CREATE VIEW " + view + " AS " + query);
        return database.rows("SELECT * FROM " + view);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT MAX(x) FROM (VALUES (t.a), (t.b)) q(x)                                  | 7          | 9",
                "SELECT MAX(q.x) FROM (VALUES (a), (b), (8)) AS q(x)                            | 8          | 9",
                "SELECT MAX(a) FROM (VALUES (a), (b)) q(a)                                      | 7          | 9",
                "SELECT * FROM (VALUES (a)) q(a)                                                | 5          | 9",
                "SELECT COUNT(*) FROM (VALUES (t.a), (t.b)) q(x) WHERE x IS NOT NULL            | 2          | 1",
                "SELECT CONVERT(VARCHAR(10), MAX(x), 23) FROM (VALUES (t.d), (t.e)) q(x)        | 2024-02-02 | null",
                "SELECT TOP 1 n FROM (VALUES ('a', t.a), ('b', t.b)) q(n, x) ORDER BY x DESC    | b          | a",
                "SELECT TOP 1 n AS x FROM (VALUES ('b', t.a), ('a', t.b)) q(n, x) ORDER BY x    | a          | a",
                "SELECT SUM(x) FROM (SELECT t.a UNION ALL SELECT t.b) q(x)                      | 12         | 9",
                "SELECT SUM(x) FROM (SELECT t.a AS x UNION ALL SELECT t.b) q                    | 12         | 9",
                "SELECT COUNT(*) FROM (VALUES (t.a), (t.b)) q(x) JOIN dbo.o o ON o.x = q.x      | 1          | 0"
            })
    void aQueryForEachRowReadsItsColumns(String query, String first, String second) throws SQLException {
        assertThat(rows("SELECT (" + query + ") AS v FROM dbo.t t")).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAST(5 AS VARCHAR(MAX))",
                "CAST(5 AS CHARACTER VARYING(MAX))",
                "CONVERT(NVARCHAR(MAX), '5')",
                "CAST(CAST('<a>5</a>' AS XML).value('.', 'INT') AS VARCHAR(MAX))",
                "CONVERT(CHAR VARYING(MAX), 0x35)",
                "TRY_CONVERT(VARCHAR(MAX), CAST('5' AS VARBINARY(MAX)))"
            })
    void typesOfValuesAreNoColumns(String value) throws SQLException {
        assertThat(rows("SELECT o.x, q.x AS y FROM dbo.o o JOIN (VALUES (" + value + ")) q(x) ON q.x = o.x"))
                .containsExactly("5|5");
    }

    @Test
    void conditionsAndAppliedQueriesReadThem() throws SQLException {
        assertThat(rows("SELECT id FROM dbo.t t WHERE 7 IN (SELECT x FROM (VALUES (t.a), (t.b)) q(x))"))
                .containsExactly("1");
        assertThat(rows("SELECT t.id, z.m, z.n FROM dbo.t t"
                        + " CROSS APPLY (SELECT MAX(q.x) AS m, MIN(q.x) AS n FROM (VALUES (t.a), (t.b)) q(x)) z"))
                .containsExactly("1|7|5", "2|9|9");
    }

    @Test
    void changesOfRowsReadThem() throws SQLException {
        database.run("UPDATE dbo.t SET c = (SELECT MAX(x) FROM (VALUES (a), (b)) q(x));"
                + " DELETE t FROM dbo.t t WHERE (SELECT SUM(x) FROM (VALUES (t.a), (t.b)) q(x)) < 10");

        assertThat(database.rows("SELECT id, c FROM dbo.t")).containsExactly("1|7.00");
    }

    @Test
    void aSumOverAnotherTableMayNameTheRowThatIsChanged() throws SQLException {
        database.run("UPDATE dbo.t SET c = (SELECT MAX(o.x + t.a) FROM dbo.o o)");

        assertThat(database.rows("SELECT id, c FROM dbo.t")).containsExactly("1|10.00", "2|14.00");
    }

    @Test
    void whatCouldBeAColumnOfTheTableBesideIsRefused() {
        assertThatThrownBy(
                        () -> rows(
                                "SELECT (SELECT MAX(q.x) FROM (VALUES (t.a), (o.x)) q(x) JOIN dbo.o o ON o.x = q.x) AS v FROM dbo.t t"))
                .hasMessageContaining("VALUES beside another table, with the column x");
        assertThatThrownBy(() -> database.run("MERGE dbo.t AS d USING dbo.t AS s ON d.id = s.id"
                        + " WHEN MATCHED THEN UPDATE SET c = (SELECT SUM(x) FROM (VALUES (d.a), (s.b)) q(x));"))
                .hasMessageContaining("MERGE with a sum of VALUES that name columns");
    }
}
