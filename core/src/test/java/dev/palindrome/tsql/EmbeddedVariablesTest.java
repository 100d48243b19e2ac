package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables of table types, those that an UPDATE gives values, and how many rows {@code SET ROWCOUNT} leaves to statements. */
class EmbeddedVariablesTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TYPE dbo.code FROM VARCHAR(3) NOT NULL;
                CREATE TYPE dbo.amounts AS TABLE (id INT IDENTITY PRIMARY KEY, v NVARCHAR(10) NULL DEFAULT N'it''s',
                    CHECK (v <> N'no'), d DECIMAL(5, 2), twice AS (d * 2), INDEX ix (d));
                CREATE TYPE dbo.codes AS TABLE (c dbo.code, n INT);
                CREATE TABLE dbo.t (id INT PRIMARY KEY, a INT, v NVARCHAR(20), d DECIMAL(9, 2));
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.run("TRUNCATE TABLE dbo.t; INSERT INTO dbo.t (id, a) VALUES (1, 5), (2, 9), (3, 7)");
    }

    @Test
    void aVariableOfATableTypeHasItsColumnsKeysAndDefaults() throws SQLException {
        database.run("""
                DECLARE @t AS amounts, @c dbo.codes, @n INT = 2;
                WHILE @n > 0 BEGIN INSERT INTO @t (d) VALUES (@n); SET @n -= 1; END
                INSERT @c VALUES ('abc', 1);
                UPDATE @c SET n = 7;
                INSERT INTO dbo.t (id, v, d) SELECT id + 10, v, twice FROM @t UNION ALL SELECT n, c, NULL FROM @c;
                """);

        assertThat(database.rows("SELECT id, v, d FROM dbo.t WHERE id > 3 ORDER BY id"))
                .containsExactly("7|abc|null", "11|it's|4.00", "12|it's|2.00");
        assertThatThrownBy(() -> database.run("DECLARE @t dbo.amounts; INSERT @t (v) VALUES (N'no')"))
                .hasMessageContaining("Check constraint violation");
        assertThatThrownBy(() -> database.run("DECLARE @t dbo.none; INSERT @t (v) VALUES (N'no')"))
                .hasMessageContaining("Msg 2715: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "UPDATE dbo.t SET @n = a = @n + 1, v = N'x'                 | 3  | 1,2,3",
                "UPDATE dbo.t SET @n = a + 1 WHERE id = 2                   | 10 | 5,9,7",
                "UPDATE t SET @n = a, a = a + 10 FROM dbo.t t WHERE id = 2  | 9  | 5,19,7",
                "UPDATE dbo.t SET @n = a += 5 WHERE id = 2                  | 14 | 5,14,7",
                "UPDATE dbo.t SET @n += a WHERE id < 3                      | 14 | 5,9,7",
                "UPDATE dbo.t SET @n = a = 1 WHERE id = 9                   | 0  | 5,9,7"
            })
    void anUpdateGivesAVariableAValue(String update, int value, String values) throws SQLException {
        database.run("DECLARE @n INT = 0; " + update + "; IF @n <> " + value + " THROW 50000, N'another value', 1");

        assertThat(String.join(",", database.rows("SELECT a FROM dbo.t ORDER BY id")))
                .isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DECLARE @n INT; UPDATE dbo.t SET @n = a, d = @n                 | gives @n a value and uses it elsewhere",
                "DECLARE @n INT; UPDATE dbo.t SET @n = d = 1.5                   | a column of another type",
                "DECLARE @n INT; UPDATE TOP (1) dbo.t SET @n = a = 1             | an UPDATE with TOP that gives a variable",
                "DECLARE @n INT; UPDATE dbo.t SET @n = nothing = 1               | \"nothing\" not found",
                "DECLARE @n INT; UPDATE dbo.nothing SET @n = a = 1               | \"nothing\" not found",
                "SET ROWCOUNT 2                                                  | not set back to 0 at the end of the script",
                "SET ROWCOUNT 99999999999999999999                               | not set back to 0 at the end of the script",
                "IF 1 = 1 SET ROWCOUNT 2                                         | SET ROWCOUNT in a branch",
                "SET ROWCOUNT 2; EXEC ('DELETE dbo.t'); SET ROWCOUNT 0           | EXEC while SET ROWCOUNT is other than 0",
                "SET ROWCOUNT 1; INSERT dbo.t (id) VALUES (8), (9); SET ROWCOUNT 0 | an INSERT of more rows",
                "DECLARE @n INT = 3; SET ROWCOUNT @n                             | SET ROWCOUNT of what is no number"
            })
    void whatCouldBeOtherwiseIsRefused(String tsql, String message) {
        assertThatThrownBy(() -> database.run(tsql)).hasMessageContaining(message);
    }

    @Test
    void aRefusalShowsNoWordOfOurs() {
        assertThatThrownBy(() -> database.run("DECLARE @n INT; UPDATE dbo.t SET @n = d = 1.5"))
                .hasMessageContaining("\"UPDATE dbo.t SET d = …\" needs SQL Server");
    }

    @Test
    void aRowCountThatStaysIsNamedByItsLine() {
        assertThatThrownBy(() -> database.run("DELETE FROM dbo.t\nGO\nSET ROWCOUNT 2\nGO\nDELETE FROM dbo.t"))
                .hasMessageContaining("line 3");
    }

    @Test
    void rowCountHoldsFromBatchToBatch() throws SQLException {
        database.run("""
                SET ROWCOUNT 2
                GO
                DECLARE @loops INT = 0, @all INT
                WHILE 1 = 1
                BEGIN
                    DELETE FROM dbo.t WHERE a > 0
                    IF @@ROWCOUNT = 0 BREAK
                    SET @loops += 1
                END
                IF @loops <> 2 THROW 50000, N'another number of loops', 1
                GO
                SET ROWCOUNT 0
                GO
                INSERT INTO dbo.t (id) VALUES (1), (2), (3)
                SET ROWCOUNT 2
                INSERT INTO dbo.t (id) SELECT TOP 1 id + 10 FROM dbo.t ORDER BY id
                UPDATE dbo.t SET v = N'seen' WHERE id < 3
                SET ROWCOUNT 0
                """);

        assertThat(database.rows("SELECT id, v FROM dbo.t ORDER BY id"))
                .containsExactly("1|seen", "2|seen", "3|null", "11|null");
    }
}
