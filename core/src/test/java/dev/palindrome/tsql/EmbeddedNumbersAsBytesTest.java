package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole number in BINARY stands at its end, as on SQL Server: an INT has four bytes, a BIGINT eight. */
class EmbeddedNumbersAsBytesTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(
                "CREATE TABLE dbo.n (i INT NULL, g BIGINT NULL)\nINSERT INTO dbo.n VALUES (258, 259)\n"
                        + "CREATE TABLE dbo.b (b BINARY(8) NULL, v VARBINARY(10) NULL, one BINARY(1) NULL, d BINARY(8) NULL DEFAULT 1)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            INSERT INTO dbo.b VALUES (258, 258, 258, 258) ~ 0000000000000102|00000102|02|0000000000000102
            INSERT INTO dbo.b (b, v, one) SELECT 1, -1, 3 ~ 0000000000000001|ffffffff|03|0000000000000001
            INSERT INTO dbo.b (b, v, one) VALUES (1 + 1, CAST(7 AS BIGINT), CAST(9 AS TINYINT)) ~ 0000000000000002|0000000000000007|09|0000000000000001
            INSERT INTO dbo.b (b, v, one) SELECT i, g, i FROM dbo.n ~ 0000000000000102|0000000000000103|02|0000000000000001
            INSERT INTO dbo.b (b, v, one) VALUES (0x01, 0x02, 0x03) ~ 0100000000000000|02|03|0000000000000001
            DECLARE @i INT = 6, @b BINARY(8) = 5, @v VARBINARY(8); SET @v = 4; INSERT INTO dbo.b (b, v, one) VALUES (@b, @v, @i) ~ 0000000000000005|00000004|06|0000000000000001
            DECLARE @i INT = 6; INSERT INTO dbo.b (one) VALUES (1); UPDATE dbo.b SET b = @i, v = 7, one = 8, d = 9 ~ 0000000000000006|00000007|08|0000000000000009
            INSERT INTO dbo.b (one) VALUES (1); UPDATE b SET b = n.i, v = n.g FROM dbo.b b JOIN dbo.n n ON n.i = 258 ~ 0000000000000102|0000000000000103|01|0000000000000001
            MERGE dbo.b USING dbo.n ON b = 0x WHEN NOT MATCHED THEN INSERT (b, v, one) VALUES (5, 6, 7); ~ 0000000000000005|00000006|07|0000000000000001
            ALTER TABLE dbo.b ADD CONSTRAINT df DEFAULT 2 FOR b; INSERT INTO dbo.b (v, one) VALUES (0, 0) ~ 0000000000000002|00000000|00|0000000000000001
            """)
    void standsAtItsEnd(String tsql, String expected) throws SQLException {
        database.run(tsql);

        assertThat(database.rows("SELECT RAWTOHEX(b), RAWTOHEX(v), RAWTOHEX(one), RAWTOHEX(d) FROM dbo.b"))
                .containsExactly(expected);
    }

    @Test
    void needsSqlServerWhereItIsADecimal() {
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.b (b) VALUES (3000000000)"))
                .hasMessageContaining("needs SQL Server (the bytes of a number that is no INT)");
    }
}
