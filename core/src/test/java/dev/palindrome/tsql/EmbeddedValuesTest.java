package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literals mean what SQL Server reads in them, by the type of what they are for. */
class EmbeddedValuesTest {

    private static final String READ = """
            DATETIME | '1962/2/18' | 1962-02-18 00:00:00
            DATETIME | '7/4/1996' | 1996-07-04 00:00:00
            DATETIME | 'Jan  2 2024  3:04PM' | 2024-01-02 15:04:00
            DATETIME | '19960704' | 1996-07-04 00:00:00
            DATETIME | '' | 1900-01-01 00:00:00
            DATETIME | 0 | 1900-01-01 00:00:00
            DATETIME | 1.5 | 1900-01-02 12:00:00
            DATETIME | '2024-01-02' | 2024-01-02 00:00:00
            DATETIME | '2024-01-02T03:04:05' | 2024-01-02 03:04:05
            DATETIME | '2024-01-02T03:04:05.999Z' | 2024-01-02 03:04:06
            DATETIME | '01/01/98 23:59:59.999' | 1998-01-02 00:00:00
            DATETIME | '01/01/98 23:59:59.995' | 1998-01-01 23:59:59.997
            DATETIME | '01/01/98 23:59:59.998' | 1998-01-01 23:59:59.997
            DATETIME | '01/01/98 23:59:59.992' | 1998-01-01 23:59:59.993
            DATETIME | '01/01/98 23:59:59.991' | 1998-01-01 23:59:59.99
            DATETIME | '14:30' | 1900-01-01 14:30:00
            DATETIME | '14:30:20:9' | 1900-01-01 14:30:20.01
            DATETIME | '4am' | 1900-01-01 04:00:00
            DATETIME | '12 AM' | 1900-01-01 00:00:00
            DATETIME | 'April 15, 1996' | 1996-04-15 00:00:00
            DATETIME | '15 Apr 96' | 1996-04-15 00:00:00
            DATETIME | '1996 APRIL' | 1996-04-01 00:00:00
            DATETIME | '4/15/49' | 2049-04-15 00:00:00
            DATETIME | '4-15-50' | 1950-04-15 00:00:00
            DATETIME | '4.15.1996 10:20' | 1996-04-15 10:20:00
            DATETIME | '490415' | 2049-04-15 00:00:00
            DATETIME | '1996' | 1996-01-01 00:00:00
            SMALLDATETIME | '2007-05-08 12:35:29.998' | 2007-05-08 12:35:00
            SMALLDATETIME | '2007-05-08 12:35:30' | 2007-05-08 12:36:00
            SMALLDATETIME | '7/4/1996' | 1996-07-04 00:00:00
            SMALLDATETIME | '' | 1900-01-01 00:00:00
            DATE | '7/4/1996' | 1996-07-04
            DATE | '' | 1900-01-01
            DATE | 'Jul 4 1996 3PM' | 1996-07-04
            TIME(3) | '' | 00:00:00
            TIME(3) | '3:04PM' | 15:04:00
            TIME(0) | '10:20:30.6' | 10:20:31
            DATETIME2(3) | '7/4/1996 3:04:05.1234567' | 1996-07-04 03:04:05.123
            DATETIME2(7) | '2007-05-08 12:35:29.1234567 +12:15' | 2007-05-08 12:35:29.1234567
            DATETIMEOFFSET(0) | '2024-01-02 03:04:05' | 2024-01-02 03:04:05+00
            DATETIMEOFFSET(0) | '1/2/2024 03:04:05 -08:00' | 2024-01-02 03:04:05-08
            INT | '' | 0
            INT | ' 12 ' | 12
            INT | '-' | 0
            INT | 2.7 | 2
            INT | -2.7 | -2
            TINYINT | '' | 0
            BIT | 'true' | TRUE
            BIT | '' | FALSE
            BIT | '5' | TRUE
            FLOAT | '' | 0.0
            REAL | '' | 0.0
            MONEY | '' | 0.0000
            MONEY | '1,234.50' | 1234.5000
            MONEY | '$5' | 5.0000
            MONEY | '-$1,0.12345' | -10.1235
            DECIMAL(9,2) | ' 1.55 ' | 1.55
            UNIQUEIDENTIFIER | '{6F9619FF-8B86-D011-B42D-00C04FC964FF}' | 6f9619ff-8b86-d011-b42d-00c04fc964ff
            UNIQUEIDENTIFIER | '6F9619FF-8B86-D011-B42D-00C04FC964FF and more' | 6f9619ff-8b86-d011-b42d-00c04fc964ff
            VARCHAR(20) | '7/4/1996' | 7/4/1996
            VARCHAR(20) | 'yes' | yes
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "", textBlock = READ)
    void areReadWhereTheyAreInserted(String type, String literal, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL)");
        database.run("INSERT INTO dbo.t (id, x) VALUES (1, " + literal + ")\nINSERT dbo.t VALUES (2, " + literal + ")\n"
                + "INSERT INTO dbo.t (x, id) SELECT " + literal + ", 3 UNION ALL SELECT NULL, 4\n"
                + "UPDATE dbo.t SET x = " + literal + " WHERE id = 4");

        assertThat(values()).containsExactly(expected, expected, expected, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "", textBlock = READ)
    void areReadWhereTheyAreDefaults(String type, String literal, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL DEFAULT (" + literal
                + "))\nINSERT INTO dbo.t (id) VALUES (1)\nDROP TABLE dbo.t");
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL)");
        database.run("ALTER TABLE dbo.t ADD CONSTRAINT df_x DEFAULT " + literal
                + " FOR x\nINSERT INTO dbo.t (id) VALUES (1)");

        assertThat(values()).containsExactly(expected);
    }

    private List<String> values() throws SQLException {
        return database.rows("SELECT x FROM dbo.t ORDER BY id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            VARBINARY(8) | 1 | 00000001
            VARBINARY(2) | 258 | 0102
            BINARY(8) | 258 | 0000000000000102
            """)
    void wholeNumbersHaveFourBytes(String type, String literal, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL DEFAULT " + literal
                + ", y AS CAST(id + 1 AS INT))\nINSERT INTO dbo.t (id) VALUES (1)");

        assertThat(database.rows("SELECT RAWTOHEX(x) FROM dbo.t")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = READ)
    void areReadWhereTheyAreConverted(String type, String literal, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL)\nINSERT INTO dbo.t VALUES (1, CAST("
                + literal + " AS " + type + ")), (2, CONVERT(" + type + ", " + literal + "))");

        assertThat(values()).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = READ)
    void areReadWhereTheyAreCompared(String type, String literal, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL)\nINSERT INTO dbo.t VALUES (1, "
                + literal + "), (2, NULL)");
        database.run("UPDATE dbo.t SET id = id + 10 WHERE x = CAST(" + literal + " AS " + type + ")");
        assertThat(database.rows("SELECT id FROM dbo.t ORDER BY id")).containsExactly("2", "11");

        boolean cut = literal.matches("-?\\d+[.].*") && type.matches("INT");
        database.run("UPDATE dbo.t SET id = id + 10 WHERE t.x BETWEEN " + literal + " AND " + literal + " AND x IN ("
                + literal + ") AND NOT x <> " + literal);
        assertThat(database.rows("SELECT id FROM dbo.t ORDER BY id")).containsExactly("2", cut ? "11" : "21");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mdy | 1996-07-04
            dmy | 1996-04-07
            ymd | 1996-07-04
            ydm | 1996-04-07
            myd | 1996-07-04
            dym | 1996-04-07
            """)
    void dependOnTheOrderOfDates(String order, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x DATETIME NULL, y DATE NULL)");
        database.run(
                "SET DATEFORMAT " + order + "\nINSERT INTO dbo.t (id, x, y) VALUES (1, '1996-07-04', '1996-07-04')\n"
                        + "INSERT INTO dbo.t (id, x, y) VALUES (2, '19960704', '07/04/1996')\n"
                        + "INSERT INTO dbo.t (id, x, y) VALUES (3, '1996-07-04T00:00:00', NULL)");

        assertThat(database.rows("SELECT x, y FROM dbo.t ORDER BY id"))
                .containsExactly(
                        expected + " 00:00:00|1996-07-04",
                        "1996-07-04 00:00:00|" + expected,
                        "1996-07-04 00:00:00|null");
    }

    @Test
    void thatAreRoundedBeyondTheLastYearAreLeftToSqlServer() throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x DATETIME2(3) NULL)");

        assertThatThrownBy(() -> database.run("INSERT INTO dbo.t VALUES (1, '9999-12-31 23:59:59.9999999')"))
                .hasMessageContaining("needs SQL Server (a datetime2 that is rounded beyond the year 9999)");
    }

    @Test
    void loseTheirFractionInAWholeNumber() throws SQLException {
        database.run("CREATE TABLE dbo.w (id INT NOT NULL, d DECIMAL(10,2) NULL, f FLOAT NULL)\n"
                + "CREATE TABLE dbo.t (id INT NOT NULL, i INT NULL, j BIGINT NULL)\n"
                + "INSERT INTO dbo.w VALUES (1, 2.55, 2.9)");
        database.run("INSERT INTO dbo.t (id, i, j) SELECT id, d, f FROM dbo.w\n"
                + "INSERT INTO dbo.t SELECT 2, SUM(d), MAX(f) FROM dbo.w\n"
                + "INSERT INTO dbo.t (id) VALUES (3)\n"
                + "UPDATE dbo.t SET i = w.d, j = w.f FROM dbo.t JOIN dbo.w ON w.id = 1 WHERE t.id = 3");

        assertThat(database.rows("SELECT id, i, j FROM dbo.t ORDER BY id")).containsExactly("1|2|2", "2|2|2", "3|2|2");
    }

    @Test
    void takeNoMoreNumbersOfAnIdentityThanThereAreRows() throws SQLException {
        database.run(
                "CREATE TABLE dbo.t (id INT NOT NULL IDENTITY, x DATETIME NULL, y INT NULL)\n"
                        + "INSERT INTO dbo.t (x, y) VALUES ('7/4/1996', 0), ('', 1)\nINSERT INTO dbo.t VALUES ('Jan 2 1996', '')");

        assertThat(database.rows("SELECT id, x, y FROM dbo.t ORDER BY id"))
                .containsExactly("1|1996-07-04 00:00:00|0", "2|1900-01-01 00:00:00|1", "3|1996-01-02 00:00:00|0");
    }

    @Test
    void leaveASequencesNextValueWhole() throws SQLException {
        database.run("CREATE SEQUENCE dbo.numbers START WITH 7\nGO\n"
                + "CREATE TABLE dbo.t (id INT NOT NULL DEFAULT NEXT VALUE FOR dbo.numbers, x DATETIME NULL)\n"
                + "INSERT INTO dbo.t (x) VALUES ('7/4/1996')\n"
                + "INSERT INTO dbo.t (id, x) VALUES (NEXT VALUE FOR dbo.numbers, '7/5/1996')");

        assertThat(database.rows("SELECT id, x FROM dbo.t ORDER BY id"))
                .containsExactly("7|1996-07-04 00:00:00", "8|1996-07-05 00:00:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DATETIME | '2024-13-01' | 242
            DATETIME | '31/12/2024' | 242
            DATETIME | '1752-12-31' | 242
            DATETIME | '2024.x.3' | 241
            DATETIME | '2024-01-02 03:04:05.1234567' | 241
            SMALLDATETIME | '2079-06-07' | 242
            SMALLDATETIME | '1 1 2024' | 295
            DATE | '2024-02-30' | 241
            DATE | 0 | 206
            TIME(0) | 0 | 206
            DATETIME2(0) | 0 | 206
            DATETIMEOFFSET(0) | 0 | 206
            INT | '1.5' | 245
            INT | '1,5' | 245
            BIGINT | '1.5' | 8114
            DECIMAL(9,2) | '' | 8114
            DECIMAL(9,2) | '1,234.5' | 8114
            FLOAT | '1,5' | 8114
            MONEY | '1:5' | 235
            UNIQUEIDENTIFIER | '{12}' | 8169
            UNIQUEIDENTIFIER | '6F9619FF8B86D011B42D00C04FC964FF' | 8169
            DECIMAL(9,2) | '1e2' | 8114
            BIT | 'yes' | 245
            BIT | 'f' | 245
            """)
    void areRefusedWithTheNumberOfSqlServer(String type, String literal, String error) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x " + type + " NULL)");

        assertThatThrownBy(() -> database.run("INSERT INTO dbo.t (id, x) VALUES (1, " + literal + ")"))
                .hasMessageContaining("V1__test.sql, line 1: \"INSERT INTO dbo.t (id, x) VALUES (…, ")
                .hasMessageContaining("(error " + error + ": ");
    }

    @Test
    void areNullWhereNobodyInsists() throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, x DATETIME NULL)\nINSERT INTO dbo.t VALUES"
                + " (1, TRY_CAST('x1' AS DATETIME)), (2, TRY_CONVERT(DATETIME, '7/4/1996'))");

        assertThat(values()).containsExactly("null", "1996-07-04 00:00:00");
    }

    /** Microsoft: datetime-transact-sql. */
    @Test
    void wholeNumbersAreDaysSince1900() throws SQLException {
        database.run("""
                CREATE TABLE days (id INT, d DATETIME DEFAULT 2, s SMALLDATETIME)
                INSERT INTO days (id) VALUES (1)
                INSERT INTO days (id, d, s) VALUES (2, 36524, 1), (3, -1, NULL)
                INSERT INTO days (id, d) SELECT 4, 5
                INSERT INTO days (id, d) SELECT id + 10, id FROM days WHERE id = 2
                GO
                DECLARE @i INT = 9; DECLARE @d DATETIME = @i; INSERT INTO days VALUES (5, @d, @i)
                """);

        assertThat(database.rows("SELECT * FROM days ORDER BY id"))
                .containsExactly(
                        "1|1900-01-03 00:00:00|null",
                        "2|2000-01-01 00:00:00|1900-01-02 00:00:00",
                        "3|1899-12-31 00:00:00|null",
                        "4|1900-01-06 00:00:00|null",
                        "5|1900-01-10 00:00:00|1900-01-10 00:00:00",
                        "12|1900-01-03 00:00:00|null");
        assertThatThrownBy(() -> database.run("CREATE TABLE e (d DATE); INSERT INTO e VALUES (5)"))
                .hasMessageContaining("206");
    }
}
