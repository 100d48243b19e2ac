package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a text ends, which value becomes which by itself, and how many of them there have to be. */
class EmbeddedLimitsTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE seen (n INT IDENTITY, v NVARCHAR(MAX)) CREATE TABLE t (id INT, b VARBINARY(8))"
                + " CREATE TABLE long (a VARCHAR(8000), m VARCHAR(MAX), n NVARCHAR(9)) CREATE TABLE number (i INT)"
                + " INSERT long VALUES (REPLICATE('x', 5000), REPLICATE('x', 5000), N'abc')");
    }

    @AfterEach
    void empty() throws SQLException {
        database.run("DELETE seen; DELETE t; DELETE number");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static String seen() throws SQLException {
        return String.join(",", database.rows("SELECT \"v\" FROM \"seen\" ORDER BY \"n\""));
    }

    /** Microsoft: replicate-, space-, replace-, concat- and string-agg-transact-sql, string-concatenation-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            8000  | LEN(REPLICATE('a', 10000))
            4000  | LEN(REPLICATE(N'a', 10000))
            8000  | DATALENGTH(REPLICATE(N'a', 10000))
            10000 | LEN(REPLICATE(CAST('a' AS VARCHAR(MAX)), 10000))
            8000  | LEN(REPLICATE(a, 2))
            10000 | LEN(REPLICATE(m, 2))
            8000  | DATALENGTH(SPACE(9000))
            8000  | LEN(a + a)
            10000 | LEN(a + m)
            4000  | LEN(a + REPLICATE(N'y', 10))
            8000  | LEN(CONCAT(a, a))
            10000 | LEN(CONCAT(a, m))
            8000  | LEN(REPLACE(a, 'x', 'yy'))
            10000 | LEN(REPLACE(m, 'x', 'yy'))
            5000  | LEN(REPLACE(a, 'x', 'y'))
            6     | DATALENGTH(UPPER(n))
            3     | DATALENGTH(UPPER('abc'))
            3     | DATALENGTH(REPLICATE('a', 3))
            """)
    void aTextThatIsOfNoMaxTypeEndsBehind8000Bytes(int length, String value) throws SQLException {
        database.run("INSERT seen SELECT " + value + " FROM long");

        assertThat(seen()).isEqualTo(String.valueOf(length));
    }

    @Test
    void anAggregatedTextThatIsTooLongIsAnError() throws SQLException {
        database.run("INSERT seen SELECT LEN(STRING_AGG(x.m, '')) FROM long l JOIN long x ON 1 = 1");
        assertThat(seen()).isEqualTo("5000");

        assertThatThrownBy(() -> database.run("INSERT seen SELECT STRING_AGG(a, ',')"
                        + " FROM (SELECT a FROM long UNION ALL SELECT a FROM long) x"))
                .hasMessageContaining("Msg 9829: STRING_AGG aggregation result exceeded the limit of 8000 bytes.");
    }

    /** Microsoft: data-type-conversion-database-engine, data-type-precedence-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            257 | DECLARE @b VARBINARY(8) = 'abc'
            257 | DECLARE @b VARBINARY(8); SET @b = N'abc'
            257 | INSERT t (id, b) VALUES (1, 'abc')
            257 | DECLARE @i INT = GETDATE()
            257 | DECLARE @d DATETIME = '2020-01-01', @i INT; SELECT @i = @d
            257 | INSERT number SELECT GETDATE()
            206 | DECLARE @d DATE = 5
            206 | DECLARE @d DATETIME2; SET @d = 5
            206 | DECLARE @u UNIQUEIDENTIFIER = 5
            206 | DECLARE @d DATE = '2024-01-01'; INSERT seen VALUES (@d + 1)
            206 | DECLARE @d DATETIME2 = '2024-01-01'; INSERT seen VALUES (@d - 1)
            8117 | DECLARE @b TABLE (v BIT); INSERT seen SELECT SUM(v) FROM @b
            8117 | DECLARE @b TABLE (v BIT); INSERT seen SELECT MAX(v) FROM @b
            8117 | INSERT seen SELECT AVG(n) FROM long
            1013 | INSERT seen SELECT 1 FROM number, number
            1013 | INSERT seen SELECT 1 FROM dbo.t JOIN dbo.t ON 1 = 1
            1011 | INSERT seen SELECT 1 FROM t a JOIN number a ON 1 = 1
            240 | WITH c AS (SELECT CAST('a' AS VARCHAR(5)) AS n UNION ALL SELECT n + 'b' FROM c WHERE LEN(n) < 4) INSERT seen SELECT n FROM c
            240 | WITH c AS (SELECT 1 AS n UNION ALL SELECT n + 1.5 FROM c WHERE n < 4) INSERT seen SELECT n FROM c
            109 | INSERT t (id, b) VALUES (9)
            110 | INSERT t (id) VALUES (9, 0x00)
            120 | INSERT t (id, b) SELECT 9
            121 | INSERT t (id) SELECT 9, 0x00
            10709 | INSERT t (id, b) VALUES (9, 0x00), (9)
            205 | SELECT 1 UNION SELECT 1, 2
            177 | SELECT IDENTITY(INT, 1, 1) AS n FROM t
            """)
    void whatDoesNotBecomeAnotherTypeByItselfIsAnError(int number, String script) {
        assertThatThrownBy(() -> database.run(script)).hasMessageContaining("(error " + number + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bytes beside a number are one | 1,2       | INSERT t (id, b) VALUES (1, 0x01), (2, 1); INSERT seen SELECT id FROM t WHERE CAST(b AS INT) = 1 ORDER BY id
            bytes for a column            | 1,5       | INSERT number VALUES (0x01), (5); INSERT seen SELECT i FROM number ORDER BY i
            bytes plus a number           | 2         | INSERT seen VALUES (0x01 + 1)
            a number for bytes            | 12        | DECLARE @b VARBINARY(8) = 12; INSERT seen VALUES (CAST(@b AS INT))
            days with a part of one       | 45292.5   | INSERT seen VALUES (CAST(CAST('2024-01-03 12:00' AS DATETIME) AS FLOAT))
            days, rounded                 | 45293     | INSERT seen VALUES (CAST(CAST('2024-01-03 12:00' AS DATETIME) AS INT))
            a day without its time        | 20240101  | DECLARE @d DATETIME = '2024-01-01 15:00'; INSERT seen VALUES (CONVERT(VARCHAR(8), CAST(FLOOR(CAST(@d AS FLOAT)) AS DATETIME), 112))
            fewer blanks than none        | null      | INSERT seen VALUES (SPACE(-1))
            a number for a DATETIME       | 1900      | DECLARE @d DATETIME = 5; INSERT seen VALUES (YEAR(@d))
            types that are the same       | a,ab,abb  | WITH c AS (SELECT CAST('a' AS VARCHAR(5)) AS n UNION ALL SELECT CAST(n + 'b' AS VARCHAR(5)) FROM c WHERE LEN(n) < 3) INSERT seen SELECT n FROM c
            """)
    void whatBecomesAnotherTypeDoesSo(String story, String rows, String script) throws SQLException {
        database.run(script);

        assertThat(seen()).as(story).isEqualTo(rows);
    }

    /** Of SQL in a text, and of what only the table knows, a CATCH has the number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            213  | INSERT t VALUES (9)
            8101 | INSERT seen VALUES (5, 'x')
            544  | INSERT seen (n, v) VALUES (5, 'x')
            109  | EXEC ('INSERT t (id, b) VALUES (9)')
            121  | EXEC ('INSERT t (id) SELECT 9, 0x00')
            205  | EXEC ('SELECT 1 UNION SELECT 1, 2')
            102  | EXEC ('SELECT 1 +')
            8146 | EXEC silent 1
            """)
    void aCatchSeesWhichErrorItIs(int number, String statement) throws SQLException {
        database.run("CREATE OR ALTER PROCEDURE dbo.silent AS RETURN 1");

        database.run("BEGIN TRY " + statement + " END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH");

        assertThat(seen()).isEqualTo(String.valueOf(number));
    }
}
