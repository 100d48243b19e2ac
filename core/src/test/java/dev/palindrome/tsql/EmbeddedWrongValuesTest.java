package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no value, or too many or too few arguments, is an error with SQL Server's number, where H2 would give a value. */
class EmbeddedWrongValuesTest {

    private static EmbeddedDatabase database;
    private static int views;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.t (id INT, b BIT, i INT)\n"
                + "CREATE TABLE dbo.u (id INT IDENTITY, i INT, rv ROWVERSION, c AS i + 1)\n"
                + "CREATE TABLE dbo.v (s VARCHAR(9), b VARBINARY(9))\n"
                + "CREATE TABLE dbo.m (d DATE, a DATETIME, b SMALLDATETIME)\n"
                + "INSERT dbo.m VALUES ('20240101', '2024-01-01T11:30:00', '2024-01-01T10:00:00')\n"
                + "INSERT dbo.t VALUES (1, 1, 2147483647), (2, 0, 2147483647), (3, 1, 5), (4, 1, -2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT dbo.reals (r) VALUES (1e39)",
                "INSERT dbo.reals (f, r) VALUES (1, 1), (1, -1e39)",
                "UPDATE dbo.reals SET r = 1e39",
                "DECLARE @r REAL = 1e39"
            })
    void noLiteralIsMoreThanARealHolds(String statement) throws SQLException {
        database.run("DROP TABLE IF EXISTS dbo.reals; CREATE TABLE dbo.reals (f FLOAT, r REAL)\nGO\n"
                + "INSERT dbo.reals VALUES (1e39, 3.4e38)");

        assertThatThrownBy(() -> database.run(statement)).hasMessageContaining("232");
        assertThat(database.rows("SELECT f FROM dbo.reals WHERE r = CAST(3.4e38 AS REAL)"))
                .containsExactly("1.0E39");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISNULL(1)                                   | 174
            ISNULL(1, 2, 3)                             | 174
            UPPER()                                     | 174
            LEN('a', 'b')                               | 174
            SUBSTRING('abc')                            | 174
            REPLACE('a', 'b')                           | 174
            CHARINDEX('a')                              | 189
            LOG()                                       | 189
            SQRT(-1)                                    | 3623
            LOG(0)                                      | 3623
            LOG(-1)                                     | 3623
            LOG10(0)                                    | 3623
            ACOS(2)                                     | 3623
            ASIN(-2)                                    | 3623
            POWER(CAST(-8 AS FLOAT), 0.5)               | 3623
            POWER(0, -1)                                | 8134
            EXP(1000)                                   | 8115
            SQUARE(1e200)                               | 8115
            POWER(1e200, 2)                             | 8115
            1e308 * 10                                  | 8115
            -1e308 - 1e308                              | 8115
            1e308 / 1e-10                               | 8115
            (SELECT SUM(x) FROM (VALUES (1e308), (1e308)) v (x)) | 8115
            (SELECT AVG(x) FROM (VALUES (1e308), (1e308)) v (x)) | 8115
            (SELECT MAX(id * 1e308 * 10) FROM dbo.t)    | 8115
            CAST(3e38 AS REAL) * CAST(10 AS REAL)       | 8115
            DEGREES(1e308)                              | 8115
            (SELECT VAR(x) FROM (VALUES (1e300), (-1e300)) v (x)) | 8115
            CAST(1e300 AS REAL)                         | 232
            CAST('1e300' AS REAL)                       | 8115
            CAST('1e400' AS FLOAT)                      | 8115
            1e400                                       | 168
            (SELECT -b FROM dbo.t)                      | 8117
            ISNULL(CAST(NULL AS TINYINT), 300)          | 220
            (SELECT COUNT(*) FROM dbo.m WHERE CAST('10:00' AS TIME) = a) | 402
            (SELECT COUNT(*) FROM dbo.m WHERE d > CAST('10:00' AS TIME)) | 402
            CAST('20240103' AS DATE) - CAST('20240101' AS DATE)         | 8117
            CAST('20240103' AS DATETIME2) - CAST('20240101' AS DATETIME) | 402
            DATEADD(hour, 1, CAST('20240101' AS DATE))  | 9810
            DATEADD(day, 1, CAST('10:00' AS TIME))      | 9810
            DATEPART(hour, CAST('20240101' AS DATE))    | 9810
            DATEADD(mi, 1, (SELECT d FROM dbo.m))       | 9810
            (SELECT DATEADD(hour, 1, d) FROM dbo.m)     | 9810
            TRANSLATE('abc', 'ab', 'x')                 | 9828
            STUFF(REPLICATE('a', 8000), 1, 0, 'b')      | needs SQL Server
            (SELECT MAX(b) FROM dbo.t)                  | 8117
            (SELECT STDEV(b) FROM dbo.t)                | 8117
            (SELECT AVG(i) FROM dbo.t)                  | 8115
            (SELECT SUM((SELECT 1)) FROM dbo.t)         | 130
            (SELECT SUM(CASE WHEN EXISTS (SELECT 1 FROM dbo.t) THEN 1 ELSE 0 END) FROM dbo.t) | 130
            (SELECT x.a FROM (SELECT 1 AS a) AS x (a, b)) | 8159
            """)
    void areErrors(String expression, String error) {
        assertThatThrownBy(() -> value(expression))
                .as(expression)
                .satisfies(thrown -> assertThat(thrown.getMessage().toLowerCase(Locale.ROOT))
                        .contains(error.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (SELECT AVG(i) FROM dbo.t WHERE id > 2)     | 1
            (SELECT AVG(i) FROM dbo.t WHERE id > 9)     | null
            SQRT(16)                                    | 4.0
            LOG(8, 2)                                   | 3.0
            POWER(2, 10)                                | 1024
            POWER(2.5, 2)                               | 6.3
            SQUARE(3)                                   | 9.0
            SQRT(NULL)                                  | null
            ISNULL(CAST(NULL AS CHAR(5)), 'ab') + '.'   | 'ab   .'
            ISNULL(CAST(NULL AS TINYINT), 200)          | 200
            COALESCE(CAST(0x3130 AS VARBINARY(9)), 'x') | 10
            (SELECT COUNT(*) FROM dbo.t WHERE CAST(0x616263 AS VARBINARY(9)) = CAST('ABC' AS VARCHAR(9)))  | 4
            (SELECT COUNT(*) FROM dbo.t WHERE i = 0x05) | 1
            (SELECT COUNT(*) FROM dbo.t WHERE CAST('20240702 08:11:12' AS DATETIME2) = CAST('2024-07-02T10:11:12+02:00' AS DATETIMEOFFSET)) | 4
            (SELECT COUNT(*) FROM dbo.m WHERE CAST('2024-01-01T13:30:00+02:00' AS DATETIMEOFFSET) BETWEEN a AND a) | 1
            (SELECT COUNT(*) FROM dbo.t WHERE GREATEST('a', 'A') = 'A' AND ISNULL(NULL, 'a') = 'A') | 4
            (SELECT COUNT(*) FROM (SELECT COALESCE('a', 'b') AS q, MAX('c') AS m FROM dbo.t) w WHERE q = 'A' AND m = 'C') | 1
            (SELECT MAX(CASE WHEN id = 1 THEN 'a' ELSE 'B' END) FROM dbo.t) | B
            (SELECT 7)                                  | 7
            (SELECT 1 UNION SELECT 1)                   | 1
            (SELECT 7 WHERE EXISTS (SELECT 1))          | 7
            (SELECT 7 WHERE 1 = 0)                      | null
            (SELECT AVG(x) FROM (VALUES (1e0), (2e0)) v (x)) | 1.5
            (SELECT AVG(1e0) FROM dbo.t WHERE id > 9)   | null
            CAST(3e38 AS REAL) * CAST(-1 AS REAL)       | -3.0E38
            CAST('20240103' AS DATETIME) - CAST('20240101' AS DATETIME) | 1900-01-03 00:00:00
            (SELECT a - b FROM dbo.m)                   | 1900-01-01 01:30:00
            CAST('20240103' AS DATETIME) + CAST('1900-01-02T12:00:00' AS DATETIME) | 2024-01-04 12:00:00
            DATEADD(ms, -3, '2024-01-01')               | 2023-12-31 23:59:59.997
            DATEADD(millisecond, 2, CAST('2024-01-01' AS DATETIME)) | 2024-01-01 00:00:00.003
            DATETIMEFROMPARTS(2024, 1, 2, 3, 4, 5, 678) | 2024-01-02 03:04:05.677
            DATEADD(hour, 1, CAST('23:30' AS TIME))     | 00:30:00
            DATALENGTH(NULL)                            | null
            STUFF('abcdef', 2, 3, 'ijklmn')             | aijklmnef
            (SELECT MAX(CAST(b AS INT)) FROM dbo.t)     | 1
            (SELECT MAX(c) FROM (SELECT SUM(i) OVER (PARTITION BY id) AS c FROM dbo.t) x) | 2147483647
            """)
    void areNoErrors(String expression, String expected) throws SQLException {
        assertThat(value(expression)).isEqualTo(expected);
    }

    private static String value(String expression) throws SQLException {
        String view = "dbo.v" + views++;
        database.run("CREATE VIEW " + view + " AS SELECT " + expression + " AS x");
        return database.rows("SELECT x FROM " + view).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WITH c (a) AS (SELECT 1, 2) SELECT a FROM c            | 8158
            WITH c (a, b) AS (SELECT 1) SELECT a FROM c            | 8159
            SELECT SUM((SELECT 1)) FROM dbo.t                      | 130
            UPDATE dbo.u SET id = 5 WHERE 1 = 0                    | 8102
            UPDATE x SET x.id = 5 FROM dbo.u x JOIN dbo.u y ON x.id = y.id | 8102
            UPDATE dbo.u SET rv = 0x01 WHERE 1 = 0                 | 272
            UPDATE dbo.u SET c = 5 WHERE 1 = 0                     | 271
            MERGE dbo.u USING (SELECT 7 AS a) q ON q.a = i WHEN MATCHED THEN UPDATE SET id = 5; | 8102
            MERGE dbo.t USING (SELECT id + 1 AS n FROM dbo.t) q ON q.n = t.id WHEN MATCHED THEN UPDATE SET i = 1 WHEN NOT MATCHED BY SOURCE THEN DELETE; | which it changes
            UPDATE TOP (1) dbo.u SET id = 5 WHERE 1 = 0            | 8102
            UPDATE TOP (1) PERCENT x SET id = 5 FROM dbo.u x       | 8102
            UPDATE dbo.v SET b = 'abc'                             | 257
            UPDATE dbo.v SET s = 'x', b = 'a' + 'b'                | 257
            UPDATE TOP (1) dbo.v SET b = 'abc'                     | 257
            UPDATE x SET b = 'abc' FROM dbo.v x                    | 257
            INSERT dbo.v (b) VALUES (LEFT('abc', 2))               | 257
            INSERT dbo.v (b) SELECT 'a' + 'b'                      | 257
            MERGE dbo.v USING (SELECT 'a' AS a) q ON q.a = s WHEN MATCHED THEN UPDATE SET b = 'abc'; | 257
            MERGE dbo.v USING (SELECT 'a' AS a) q ON q.a = s WHEN MATCHED THEN UPDATE SET b = q.a; | 257
            MERGE dbo.v USING (SELECT 'a' AS a) q ON q.a = s WHEN NOT MATCHED THEN INSERT (b) VALUES ('abc'); | 257
            """)
    void areErrorsOfStatements(String statement, String error) {
        assertThatThrownBy(() -> database.run(statement)).hasMessageContaining(error);
    }
}
