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
 * Numbers have the digits that SQL Server computes.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/precision-scale-and-length-transact-sql">Precision, scale,
 *     and length</a>
 */
class EmbeddedArithmeticTest {

    private static final String TABLE =
            "CREATE TABLE dbo.t (id INT NOT NULL, parts INT NULL, small TINYINT NULL, big BIGINT NULL, price DECIMAL(9,2) NULL,"
                    + " rate NUMERIC(18,10) NULL, cost MONEY NULL, fee SMALLMONEY NULL, f FLOAT NULL, r REAL NULL, s VARCHAR(9) NULL)";

    private static final String ROW =
            "INSERT INTO dbo.t VALUES (1, 10, 7, 3000000000, 20.00, 0.3333333333, 2, 1.5, 0.1, 0.5, '12')";

    private static final String VALUES = """
            1.0 / 3 | 0.333333
            2.0 / 3 | 0.666666
            -2.0 / 3 | -0.666666
            1.0 / (1.0 / 60.0) | 60.0024000960
            CAST(1 AS NUMERIC(9,6)) / 3 | 0.33333333
            CAST(1.67574 AS DECIMAL(38,10)) / CAST(10000 AS DECIMAL(38,10)) | 0.000167
            CAST(0.0000009000 AS DECIMAL(30,20)) * CAST(1.0000000000 AS DECIMAL(30,20)) | 0.00000090000000000
            CAST(0.0000009000 AS DECIMAL(30,10)) * CAST(1.0000000000 AS DECIMAL(30,10)) | 0.000001
            CAST(1.5 AS DECIMAL(38,2)) + CAST(0.125 AS DECIMAL(38,3)) | 1.63
            5.0 % 3 | 2.0
            10 / 4 | 2
            -7 / 2 | -3
            parts / 4 | 2
            parts * 1.0 / 3 | 3.333333
            parts / 3.0 | 3.333333
            small / 2.0 | 3.500000
            price / 3 | 6.666666
            price / parts | 2.0000000000000
            price / rate | 60.000000006000000000600
            rate / 3 | 0.111111111100
            1.0 * parts / small | 1.428571
            SUM(price) / COUNT(*) | 20.000000
            cost / 3 | 0.6666
            cost / fee | 1.3333
            cost * fee | 3.0000
            cost / 3.0 | 0.6666666
            cost * 1.1 | 2.20000
            f * price | 2.0
            f / 3 | 0.03333333333333333
            0.1e0 + 0.2e0 | 0.30000000000000004
            f * 3e0 | 0.30000000000000004
            -1E-1 * 3 | -0.30000000000000004
            10 / 4e0 | 2.5
            r * parts | 5.0
            s + 1 | 13
            1 + '2' | 3
            ISNULL(price, 0) / 7 | 2.857142
            ISNULL(parts, 1.5) / 4 | 2
            NULLIF(price, 0) / 7 | 2.857142
            COALESCE(parts, price) / 7 | 1.428571
            CASE WHEN id = 1 THEN parts ELSE price END / 7 | 1.428571
            IIF(id = 1, 1, 2.5) / 3 | 0.333333
            (SELECT MAX(x.price) FROM dbo.t AS x) / 7 | 2.857142
            ROUND(price, 1) / 7 | 2.857142
            ROUND(123.4545, 2) | 123.4500
            ROUND(123.4545, 2, 1) | 123.4500
            CAST(cost * 0.8 AS INT) | 1
            CAST(CAST(1.6 AS MONEY) AS INT) | 2
            AVG(parts) | 10
            AVG(small + parts) | 17
            AVG(price) | 20.000000
            AVG(rate) | 0.3333333333
            AVG(cost) | 2.0000
            AVG(f) | 0.1
            AVG(1.0 * parts) OVER (PARTITION BY id) | 10.000000
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(TABLE + "\n" + ROW);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = VALUES)
    void isThatOfSqlServer(String expression, String expected) throws SQLException {
        String group = expression.matches("(SUM|AVG)\\(.*") && !expression.contains("OVER") ? " GROUP BY id" : "";
        database.run("CREATE VIEW dbo.v AS SELECT " + expression + " AS x FROM dbo.t" + group);
        assertThat(database.rows("SELECT x FROM dbo.v")).containsExactly(expected);
    }

    @Test
    void isThatOfSqlServerInChanges() throws SQLException {
        database.run(
                "UPDATE t SET rate = t.parts * 1.0 / 3, parts = price / 3, price = DEFAULT FROM dbo.t AS t WHERE parts / 3.0 > 3.3333");
        assertThat(database.rows("SELECT rate, parts FROM dbo.t")).containsExactly("3.3333330000|6");

        database.run(
                "INSERT INTO dbo.t (id, rate, parts) VALUES (2, 1.0 / 3, 5.0 / 3)\n"
                        + "INSERT INTO dbo.t (id, rate) SELECT x.a + 2, x.b FROM (SELECT id AS a, rate / 3 AS b FROM dbo.t WHERE id = 2) AS x");
        assertThat(database.rows("SELECT id, rate, parts FROM dbo.t WHERE id > 1 ORDER BY id"))
                .containsExactly("2|0.3333330000|1", "4|0.1111110000|null");

        database.run("MERGE INTO dbo.t AS t USING (SELECT id, parts FROM dbo.t WHERE id = 2) AS s ON t.id = s.id"
                + " WHEN MATCHED THEN UPDATE SET rate = s.parts / 3.0;");
        assertThat(database.rows("SELECT rate FROM dbo.t WHERE id = 2")).containsExactly("0.3333330000");
    }

    @Test
    void isThatOfSqlServerInTables() throws SQLException {
        database.run("CREATE TABLE dbo.u (a INT, price DECIMAL(9,2), x AS price / 3, y AS (a * 1.0 / 3) PERSISTED,"
                + " d DECIMAL(9,8) DEFAULT (1.0 / 3), CHECK (price / 3 < 6.6666661))\n"
                + "INSERT INTO dbo.u (a, price) VALUES (10, 20)");
        database.run(
                "ALTER TABLE dbo.u ADD z AS price / a, e DECIMAL(9,8) NOT NULL DEFAULT 2.0 / 3, CHECK (price / 7 < 3)");

        assertThat(database.rows("SELECT x, y, d, z, e FROM dbo.u"))
                .containsExactly("6.666666|3.333333|0.33333300|2.0000000000000|0.66666600");
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.u (a, price) VALUES (1, 21)"))
                .hasMessageContaining("CK__u__price3");
    }

    @Test
    void dividesByNothing() {
        assertThatThrownBy(() -> database.run("UPDATE dbo.t SET rate = price / (parts - 10)"))
                .hasMessageContaining("Msg 8134: Divide by zero error encountered.");
    }

    @Test
    void needsSqlServerWhereTypesAreNotKnown() {
        assertThatThrownBy(() -> database.run("UPDATE dbo.t SET rate = nowhere / 3.0"))
                .hasMessageContaining("needs SQL Server (a division of values whose types are not known)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CAST(12345 AS VARCHAR(3)) | *
            CONVERT(CHAR(2), parts * 100) | *
            CAST(123 AS VARCHAR(3)) | 123
            CAST(parts AS NVARCHAR(2)) | 10
            CAST('12345' AS VARCHAR(3)) | 123
            CAST(s AS VARCHAR(1)) | 1
            """)
    void textsThatAreTooShort(String expression, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.w (x VARCHAR(9))\nINSERT INTO dbo.w SELECT " + expression + " FROM dbo.t");

        assertThat(database.rows("SELECT RTRIM(x) FROM dbo.w")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CAST(12345 AS NVARCHAR(3)) | expression to data type nvarchar
            CAST(big AS VARCHAR(3)) | expression to data type varchar
            CAST(price AS VARCHAR(3)) | numeric to data type varchar
            """)
    void textsThatAreTooShortForMost(String expression, String what) throws SQLException {
        database.run("CREATE TABLE dbo.w (x VARCHAR(9))");

        assertThatThrownBy(() -> database.run("INSERT INTO dbo.w SELECT " + expression + " FROM dbo.t"))
                .hasMessageContaining("Msg 8115: Arithmetic overflow error converting " + what + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            parts = small * small * small | Msg 8115: Arithmetic overflow error converting expression to data type tinyint.
            parts = small - CAST(9 AS TINYINT) | Msg 8115: Arithmetic overflow error converting expression to data type tinyint.
            parts = parts * 300000000 | Numeric value out of range
            cost = fee * 200000 * fee | Msg 8115: Arithmetic overflow error converting expression to data type smallmoney.
            fee = cost * 200000 | Msg 8115: Arithmetic overflow error converting expression to data type smallmoney.
            rate = CAST(99999999999999999999999999999999999999 AS DECIMAL(38,0)) + 1 | Value too long for column "NUMERIC(38, 0)"
            fee = 214748.3648 | (error 8115: a number is beyond the range of smallmoney)
            cost = 922337203685477.5808 | (error 8115: a number is beyond the range of money)
            parts = 3000000000 | (error 8115: a number is beyond the range of int)
            parts = CAST(300 AS TINYINT) | (error 220: a number is beyond the range of tinyint)
            parts = CAST(-32769 AS SMALLINT) | (error 220: a number is beyond the range of smallint)
            parts = CAST('300' AS TINYINT) | (error 244: a number is beyond the range of tinyint)
            parts = CAST('3000000000' AS INT) | (error 248: a number is beyond the range of int)
            big = (SELECT SUM(x) FROM (VALUES (2147483647), (1)) AS q (x)) | Msg 8115: Arithmetic overflow error converting expression to data type int.
            big = DATEDIFF(second, '1900-01-01', '2024-01-01') | Msg 535: The datediff function resulted in an overflow.
            s = DATEADD(day, 1, CAST('9999-12-31' AS DATETIME)) | Msg 517: Adding a value to a 'datetime' column caused an overflow.
            s = DATEADD(year, -1, CAST('1753-06-01' AS DATETIME)) | Msg 517: Adding a value to a 'datetime' column caused an overflow.
            s = DATEADD(month, 1, CAST('9999-12-01' AS DATE)) | Msg 517: Adding a value to a 'date' column caused an overflow.
            s = DATEADD(day, 30000, CAST('2070-01-01' AS SMALLDATETIME)) | Msg 517: Adding a value to a 'smalldatetime' column caused an overflow.
            """)
    void overflows(String assignment, String expected) {
        assertThatThrownBy(() -> database.run("UPDATE dbo.t SET " + assignment)).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DATEDIFF(minute, '1900-01-01', '2024-01-01') | 65217600
            DATEADD(day, 1.9, CAST('2024-01-01' AS DATE)) | 2024-01-02
            DATEADD(year, 1, CAST('9998-12-31 23:59:59.997' AS DATETIME)) | 9999-12-31 23:59:59.997
            SUM(parts) | 10
            SUM(big) | 3000000000
            SUM(small) OVER (PARTITION BY id) | 7
            SUM(cost) | 2.0000
            small * small | 49
            """)
    void reaches(String expression, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT " + expression + " AS x FROM dbo.t");

        assertThat(database.rows("SELECT x FROM dbo.v")).containsExactly(expected);
    }
}
