package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that go from one table into another of other types have the values that SQL Server makes of them. */
class EmbeddedCopiedRowsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.a (id INT, f FLOAT, d DATETIME, n DECIMAL(9,2), v VARCHAR(20), w NVARCHAR(20), m MONEY, b BIT, g UNIQUEIDENTIFIER)
                INSERT dbo.a VALUES (1, 1234567.891, '2024-01-02T15:04:05.997', 2.75, '12.5', N'日é', 1234.5678, 1, '6F9619FF-8B86-D011-B42D-00C04FC964FF')
                CREATE TABLE dbo.b (id VARCHAR(9), f VARCHAR(40), d VARCHAR(40), n INT, v MONEY, w VARCHAR(40), m VARCHAR(40), b VARCHAR(40), g VARCHAR(40))
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT dbo.b SELECT * FROM dbo.a",
                "INSERT dbo.b SELECT x.* FROM dbo.a x JOIN dbo.a y ON y.id = x.id",
                "INSERT dbo.b SELECT x.id, q.* FROM dbo.a x, (SELECT f, d, n, v, w, m, b, g FROM dbo.a) q",
                "INSERT dbo.b SELECT * FROM (SELECT * FROM dbo.a) q",
                "WITH q AS (SELECT * FROM dbo.a) INSERT dbo.b SELECT * FROM q",
                "SELECT * INTO #t FROM dbo.a INSERT dbo.b SELECT * FROM #t",
                "DECLARE @t TABLE (id INT, f FLOAT, d DATETIME, n DECIMAL(9,2), v VARCHAR(20), w NVARCHAR(20), m MONEY, b BIT, g UNIQUEIDENTIFIER)"
                        + " INSERT @t SELECT * FROM dbo.a INSERT dbo.b SELECT * FROM @t",
                "INSERT dbo.b SELECT * FROM dbo.a WHERE id = 1 UNION ALL SELECT * FROM dbo.a WHERE id = 2"
            })
    void aStarIsEachOfItsColumns(String insert) throws SQLException {
        database.run(insert);

        assertThat(database.rows("SELECT * FROM dbo.b"))
                .containsExactly("1|1.23457e+006|Jan  2 2024  3:04PM|2|12.5000|?é|1234.57|1"
                        + "|6F9619FF-8B86-D011-B42D-00C04FC964FF");
    }

    @Test
    void aStarLeavesOutWhatIsHiddenAndKeepsTheRest() throws SQLException {
        database.run("""
                CREATE TABLE dbo.p (id INT PRIMARY KEY, n DECIMAL(9,2), ValidFrom DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                    ValidTo DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL, PERIOD FOR SYSTEM_TIME (ValidFrom, ValidTo), t VARCHAR(9))
                INSERT dbo.p VALUES (1, 2.75, 'x')
                CREATE TABLE dbo.q (id INT, n INT, t VARCHAR(9))
                INSERT dbo.q SELECT * FROM dbo.p
                CREATE TABLE dbo.r (id INT, rv ROWVERSION, d VARCHAR(30), n INT)
                INSERT dbo.r VALUES (1, DEFAULT, CAST('20240102' AS DATETIME), '7')
                """);

        assertThat(database.rows("SELECT * FROM dbo.q")).containsExactly("1|2|x");
        assertThat(database.rows("SELECT id, d, n FROM dbo.r")).containsExactly("1|Jan  2 2024 12:00AM|7");
    }

    /** Microsoft: datetime-transact-sql, datetimeoffset-transact-sql, cast-and-convert-transact-sql, datediff-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAST(CAST('2024-01-01T23:30:00.123' AS DATETIME) AS DATETIME2)            | 2024-01-01 23:30:00.1233333
            CAST(CAST('2024-01-01T23:30:00.123' AS DATETIME) AS DATETIME2(3))         | 2024-01-01 23:30:00.123
            CAST(CAST('2024-01-01T23:30:00.127' AS DATETIME) AS TIME)                 | 23:30:00.1266667
            CAST(CAST('2024-01-01T23:30:00.127' AS DATETIME) AS DATETIMEOFFSET)       | 2024-01-01 23:30:00.1266667+00
            CAST(CAST('20240102' AS DATE) AS DATETIMEOFFSET)                          | 2024-01-02 00:00:00+00
            CAST(CAST('12:30' AS TIME) AS DATETIMEOFFSET)                             | 1900-01-01 12:30:00+00
            CAST(CAST('2024-01-01T23:30:00.123-05:00' AS DATETIMEOFFSET) AS DATE)     | 2024-01-01
            CAST(CAST('2024-01-01T23:30:00.123-05:00' AS DATETIMEOFFSET) AS DATETIME2(3)) | 2024-01-01 23:30:00.123
            CAST(CAST('2024-01-01T23:30:00.123-05:00' AS DATETIMEOFFSET) AS TIME(3))  | 23:30:00.123
            EOMONTH(CAST('2024-01-31T23:30:00-05:00' AS DATETIMEOFFSET))              | 2024-01-31
            DATEDIFF(day, CAST('2012-01-13 00:00:00 +01:00' AS DATETIMEOFFSET), CAST('2012-01-13 23:59:59 +01:00' AS DATETIMEOFFSET)) | 1
            CASE WHEN CAST('2024-01-01T23:30:00.123' AS DATETIME) = CAST('2024-01-01T23:30:00.123' AS DATETIME2) THEN 1 ELSE 0 END | 0
            CASE WHEN CAST('2024-01-01T23:30:00.120' AS DATETIME) = CAST('2024-01-01T23:30:00.120' AS DATETIME2) THEN 1 ELSE 0 END | 1
            """)
    void aMomentKeepsItsClock(String expression, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT " + expression + " AS x");

        assertThat(database.rows("SELECT x FROM dbo.v")).containsExactly(expected);
    }

    @Test
    void rowsOfSeveralQueriesHaveOneType() throws SQLException {
        database.run("""
                CREATE TABLE dbo.d (a DATETIME, b DATETIME2(7))
                INSERT dbo.d VALUES ('2024-01-01T23:30:00.123', '2024-01-01T23:30:00.123')
                GO
                CREATE VIEW dbo.v AS SELECT a FROM dbo.d UNION SELECT b FROM dbo.d
                GO
                CREATE VIEW dbo.w AS SELECT x.a FROM dbo.d x JOIN dbo.d y ON x.a = y.b
                """);

        assertThat(database.rows("SELECT * FROM dbo.v"))
                .containsExactlyInAnyOrder("2024-01-01 23:30:00.1233333", "2024-01-01 23:30:00.123");
        assertThat(database.rows("SELECT * FROM dbo.w")).isEmpty();
    }

    @Test
    void textsAloneAreNoBytes() throws SQLException {
        database.run("CREATE TABLE dbo.x (b BINARY(4), v VARCHAR(10))");

        assertThatThrownBy(() -> database.run("INSERT dbo.x (b) VALUES ('a')")).hasMessageContaining("257");
        assertThatThrownBy(() -> database.run("INSERT dbo.x SELECT 'a', 'b'")).hasMessageContaining("257");
    }
}
