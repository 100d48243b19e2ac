package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that older versions of Management Studio write have their dates and times as bytes. */
class EmbeddedBinaryMomentTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.t (id INT, dt DATETIME, sd SMALLDATETIME, d DATE, t TIME(7), t0 TIME(0),"
                + " dt2 DATETIME2(7), dt3 DATETIME2(3), o DATETIMEOFFSET(7), w VARCHAR(60))");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dt  | CAST(0x0000901A00000000 AS DateTime)              | 2001-01-01 00:00:00.000
            dt  | CAST(0x0000901A00C5C100 AS DateTime)              | 2001-01-01 12:00:00.000
            dt  | CAST(0x0000901A00000001 AS DateTime)              | 2001-01-01 00:00:00.003
            dt  | CAST(0xFFFFFFFF00000002 AS DateTime)              | 1899-12-31 00:00:00.007
            dt  | CAST(0x901A00000000 AS DateTime)                  | 2001-01-01 00:00:00.000
            dt  | CONVERT(DATETIME, 0x0000901A018B81FF)             | 2001-01-01 23:59:59.997
            sd  | CAST(0x901A003C AS SmallDateTime)                 | 2001-01-01 01:00:00.000
            d   | CAST(0x07240B00 AS Date)                          | 2000-01-01
            d   | CAST(0x07240B AS Date)                            | 2000-01-01
            t   | CAST(0x070068C461080000 AS Time)                  | 01:00:00.0000000
            t0  | CAST(0x00100E00 AS Time(0))                       | 01:00:00
            dt2 | CAST(0x070068C4610807240B AS DateTime2)           | 2000-01-01 01:00:00.0000000
            dt3 | CAST(0x0381EE360007240B AS DateTime2(3))          | 2000-01-01 01:00:00.001
            o   | CAST(0x070068C4610807240B3C00 AS DateTimeOffset)  | 2000-01-01 02:00:00.0000000 +01:00
            o   | CAST(0x070068C4610807240B0000 AS DateTimeOffset)  | 2000-01-01 01:00:00.0000000 +00:00
            o   | CAST(0x070068C4610807240BC4FF AS DateTimeOffset)  | 2000-01-01 00:00:00.0000000 -01:00
            """)
    void isTheMomentThatTheBytesSay(String column, String bytes, String expected) throws SQLException {
        database.run("INSERT [dbo].[t] ([id], [" + column + "]) VALUES (1, " + bytes + ")");
        database.run("UPDATE dbo.t SET w = CONVERT(VARCHAR(60), " + column + ", 121)");

        assertThat(database.rows("SELECT w FROM dbo.t")).containsExactly(expected);
    }

    @Test
    void bytesThatAreNoValueAreRefused() {
        assertThatThrownBy(() -> database.run("INSERT dbo.t (id, dt2) VALUES (1, CAST(0x09 AS DATETIME2))"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("conversion");
    }

    @Test
    void bytesStayBytesWhereTheyAreMeantToBe() throws SQLException {
        database.run("CREATE TABLE dbo.b (x VARBINARY(8))");
        database.run("INSERT dbo.b VALUES (CAST(0x0000901A00000000 AS VARBINARY(8)))");
        database.run("INSERT dbo.t (id, w) SELECT 1, CONVERT(VARCHAR(20), x, 1) FROM dbo.b");

        assertThat(database.rows("SELECT w FROM dbo.t")).containsExactly("0x0000901A00000000");
    }

    @Test
    void amountsAndFractionsAreDaysSince1900() throws SQLException {
        database.run("DELETE dbo.t; DECLARE @m MONEY = 2.5; INSERT INTO dbo.t (id, dt, sd) VALUES"
                + " (1, @m, @m), (2, $1.25, $1.25), (3, -1, 3.99999), (4, 0.00001e0, 0.99999e0)");

        assertThat(database.rows("SELECT id, dt, sd FROM dbo.t ORDER BY id"))
                .containsExactly(
                        "1|1900-01-03 12:00:00|1900-01-03 12:00:00",
                        "2|1900-01-02 06:00:00|1900-01-02 06:00:00",
                        "3|1899-12-31 00:00:00|1900-01-05 00:00:00",
                        "4|1900-01-01 00:00:00.863|1900-01-02 00:00:00");
    }
}
