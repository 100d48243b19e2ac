package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes text, with and without CAST, is written as SQL Server writes it.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql">CAST and CONVERT</a>
 */
class EmbeddedWrittenTextTest {

    private static final String TABLE =
            "CREATE TABLE dbo.t (b BIT, i INT, big BIGINT, m MONEY, sm SMALLMONEY, f FLOAT, r REAL,"
                    + " n DECIMAL(9,3), d DATE, dt DATETIME, sd SMALLDATETIME, dt2 DATETIME2(7), dt0 DATETIME2(0), t TIME(2),"
                    + " o DATETIMEOFFSET(1), g UNIQUEIDENTIFIER, x VARBINARY(4), s VARCHAR(3))";

    private static final String ROW = "INSERT INTO dbo.t VALUES (1, 12345, 12345, 1234.565, 5, 1234567.891, 0.1,"
            + " 1.5, '2024-01-02', '2024-01-02 15:04:05.123', '2024-01-02 15:04:29', '2024-01-02 15:04:05.1234567',"
            + " '2024-01-02 05:04:05', '15:04:05.12', '2024-01-02 15:04:05.1 +02:00',"
            + " '6f9619ff-8b86-d011-b42d-00c04fc964ff', 0x4142, NULL)";

    private static final String WRITTEN = """
            b | 1
            CAST(0 AS BIT) | 0
            i | 12345
            m | 1234.57
            sm | 5.00
            -m | -1234.57
            f | 1.23457e+006
            r | 0.1
            1e10 | 1e+010
            CAST(123456 AS FLOAT) | 123456
            CAST(0.00001 AS FLOAT) | 1e-005
            CAST(0 AS FLOAT) | 0
            n | 1.500
            n * 2 | 3.000
            d | 2024-01-02
            dt | Jan  2 2024  3:04PM
            sd | Jan  2 2024  3:04PM
            dt2 | 2024-01-02 15:04:05.1234567
            dt0 | 2024-01-02 05:04:05
            t | 15:04:05.12
            o | 2024-01-02 15:04:05.1 +02:00
            g | 6F9619FF-8B86-D011-B42D-00C04FC964FF
            x | AB
            DATEADD(day, 8, dt) | Jan 10 2024  3:04PM
            ISNULL(m, 0) | 1234.57
            MAX(m) | 1234.57
            CASE WHEN i = 1 THEN 'no' ELSE CAST(dt0 AS VARCHAR(30)) END | 2024-01-02 05:04:05
            CASE WHEN i = 12345 THEN 1 ELSE 2.50 END | 1.00
            COALESCE(NULL, 1, 2.50) | 1.00
            IIF(i > 1, b, 5) | 1
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(TABLE + "\n" + ROW + "\nCREATE TABLE dbo.w (w VARCHAR(60), k INT)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = WRITTEN)
    void withACast(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.w (w) SELECT CAST(" + expression + " AS VARCHAR(60)) FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = WRITTEN)
    void whereATextColumnTakesIt(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.w SELECT " + expression + ", 1 FROM dbo.t");
        database.run("INSERT INTO dbo.w (k) VALUES (2)");
        if (!expression.startsWith("MAX")) {
            database.run("UPDATE dbo.w SET w = " + expression + " FROM dbo.w JOIN dbo.t ON 1 = 1 WHERE k = 2");
        }

        assertThat(database.rows("SELECT w FROM dbo.w WHERE w IS NOT NULL")).containsOnly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = WRITTEN)
    void inConcat(String expression, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT CONCAT('<', " + expression + ", NULL, '>') AS w FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.v")).containsExactly("<" + expected + ">");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            LEFT(dt, 6) | Jan  2
            LEN(m) | 7
            LOWER(g) | 6f9619ff-8b86-d011-b42d-00c04fc964ff
            RIGHT(i, 2) | 45
            REPLACE(dt2, '-', '') | 20240102 15:04:05.1234567
            CHARINDEX('.', m) | 5
            UPPER(f) | 1.23457E+006
            ISNULL(s, 'abcdef') | abc
            ISNULL(s, i) | *
            CAST(dt AS VARCHAR(3)) | Jan
            CONVERT(VARCHAR(10), dt2) | 2024-01-02
            """)
    void whereAFunctionWantsText(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.w (w) SELECT " + expression + " FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dt, 0 | Jan  2 2024  3:04PM
            dt, 100 | Jan  2 2024  3:04PM
            d, 100 | Jan  2 2024
            dt, 1 | 01/02/24
            dt, 101 | 01/02/2024
            dt, 102 | 2024.01.02
            dt, 103 | 02/01/2024
            dt, 104 | 02.01.2024
            dt, 105 | 02-01-2024
            dt, 106 | 02 Jan 2024
            dt, 107 | Jan 02, 2024
            dt, 108 | 15:04:05
            t, 108 | 15:04:05
            dt, 109 | Jan  2 2024  3:04:05:123PM
            dt, 110 | 01-02-2024
            dt, 111 | 2024/01/02
            d, 112 | 20240102
            dt, 12 | 240102
            dt, 113 | 02 Jan 2024 15:04:05:123
            dt, 114 | 15:04:05:123
            dt, 120 | 2024-01-02 15:04:05
            dt, 121 | 2024-01-02 15:04:05.123
            sd, 121 | 2024-01-02 15:04:00.000
            dt, 126 | 2024-01-02T15:04:05.123
            dt, 127 | 2024-01-02T15:04:05.123
            sd, 126 | 2024-01-02T15:04:00
            dt0, 126 | 2024-01-02T05:04:05
            o, 126 | 2024-01-02T15:04:05.1+02:00
            dt, 23 | 2024-01-02
            m, 0 | 1234.57
            m, 1 | 1,234.57
            m, 2 | 1234.5650
            f, 0 | 1.23457e+006
            f, 1 | 1.2345679e+006
            f, 2 | 1.234567891000000e+006
            x, 1 | 0x4142
            x, 2 | 4142
            s, 103 | abc
            """)
    void inAStyle(String arguments, String expected) throws SQLException {
        database.run("UPDATE dbo.t SET s = 'abc'\nINSERT INTO dbo.w (w) SELECT CONVERT(VARCHAR(60), " + arguments
                + ") FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DATETIME, '31/12/2024', 103 | 2024-12-31
            DATE, '12/31/2024', 101 | 2024-12-31
            DATE, '31.12.2024', 104 | 2024-12-31
            DATETIME2(0), '20241231', 112 | 2024-12-31
            DATE, '2024-12-31', 120 | 2024-12-31
            DATE, dt, 103 | 2024-01-02
            """)
    void isReadInAStyle(String arguments, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.y (y DATE)\nINSERT INTO dbo.y SELECT CONVERT(" + arguments + ") FROM dbo.t");

        assertThat(database.rows("SELECT y FROM dbo.y")).containsExactly(expected);
    }

    @Test
    void bytesAreReadInAStyle() throws SQLException {
        database.run("UPDATE dbo.t SET x = CONVERT(VARBINARY(4), '0x0aff', 1)\nINSERT INTO dbo.w (w)"
                + " SELECT CONVERT(VARCHAR(9), x, 2) FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly("0AFF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'a' + b | (error 402: the data types varchar and bit are incompatible in the add operator
            g + 'a' | (error 402: the data types uniqueidentifier and varchar are incompatible in the add operator
            'a' + d | (error 402: the data types varchar and date are incompatible in the add operator
            'a' + dt | needs SQL Server (a text plus a datetime)
            CAST(g AS VARCHAR(9)) | Msg 8170: Insufficient result space to convert uniqueidentifier value to char.
            CAST(m AS VARCHAR(3)) | Msg 234: There is insufficient result space to convert a money value to varchar.
            CONVERT(VARCHAR(30), o, 103) | A DATETIMEOFFSET as text in style 103. Needs SQL Server
            CONVERT(VARCHAR(30), dt, 130) | A DATETIME as text in style 130. Needs SQL Server
            """)
    void orIsRefused(String expression, String expected) {
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.w (w) SELECT " + expression + " FROM dbo.t"))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DATENAME(month, dt) | January
            DATENAME(weekday, dt) | Tuesday
            DATENAME(year, '2024-12-31') | 2024
            DATENAME(day, dt) | 2
            DATEPART(weekday, '2024-01-06') | 7
            DATEPART(dw, '2024-01-07') | 1
            DATEPART(week, '2024-01-06') | 1
            DATEPART(wk, '2024-01-07') | 2
            DATEPART(week, '2023-01-01') | 1
            DATEPART(week, '2022-12-31') | 53
            DATEPART(iso_week, '2022-01-01') | 52
            DATEDIFF(week, '2024-01-06', '2024-01-07') | 1
            DATEDIFF(week, '2024-01-07', '2024-01-13') | 0
            CONVERT(VARCHAR(10), DATEADD(week, 1, dt), 120) | 2024-01-09
            CONVERT(VARCHAR(10), DATEADD(weekday, 1, dt), 120) | 2024-01-03
            """)
    void partsOfDates(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.w (w) SELECT " + expression + " FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly(expected);
    }
}
