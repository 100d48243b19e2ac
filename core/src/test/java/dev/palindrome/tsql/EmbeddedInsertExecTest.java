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

/**
 * {@code INSERT … EXEC}.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/insert-transact-sql">INSERT, execute_statement</a>
 */
class EmbeddedInsertExecTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.log (n INT IDENTITY (100, 1), text VARCHAR(20));
                CREATE TABLE dbo.t (id INT IDENTITY PRIMARY KEY, a INT, v NVARCHAR(20) NOT NULL DEFAULT 'x', d DATETIME, twice AS (a * 2));
                GO
                CREATE PROCEDURE dbo.rows_of @n INT AS
                BEGIN
                    SET NOCOUNT ON;
                    SELECT @n, 'one', CAST('2024-01-01' AS DATE);
                    INSERT INTO dbo.log (text) VALUES ('asked');
                    SELECT a, v, d FROM dbo.t WHERE a = @n;
                END
                GO
                CREATE PROCEDURE dbo.inner_rows AS EXEC ('SELECT 77');
                GO
                CREATE PROCEDURE dbo.some_rows AS
                BEGIN
                    DECLARE @x INT;
                    SELECT @x = MAX(a) FROM dbo.t;
                    IF @x > 3 SELECT @x ELSE SELECT 0;
                    WITH c AS (SELECT 5 AS z) SELECT z FROM c;
                    EXEC dbo.inner_rows;
                    SELECT * INTO #copy FROM dbo.t;
                    SELECT COUNT(*) FROM #copy;
                END
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.run("TRUNCATE TABLE dbo.t; TRUNCATE TABLE dbo.log");
    }

    @Test
    void textsGiveRowsThatBecomeWhatTheColumnsTake() throws SQLException {
        database.run("""
                INSERT dbo.t (a, v) EXEC ('SELECT ''20'', 3 UNION ALL SELECT NULL, 4');
                DECLARE @sql NVARCHAR(100) = N'SELECT @p';
                INSERT INTO dbo.t (v) EXEC sp_executesql @sql, N'@p NVARCHAR(9)', @p = N'q';
                INSERT INTO dbo.t (a) EXEC ('SELECT a FROM dbo.t ORDER BY a DESC');
                """);

        assertThat(database.rows("SELECT id, a, v, twice FROM dbo.t"))
                .containsExactly(
                        "1|20|3|40", "2|null|4|null", "3|null|q|null", "4|20|x|40", "5|null|x|null", "6|null|x|null");
    }

    @Test
    void aProcedureMayReadTheTableThatItsRowsAreFor() throws SQLException {
        database.run("""
                INSERT dbo.t (a) VALUES (20);
                INSERT dbo.t EXEC dbo.rows_of 20;
                IF @@ROWCOUNT <> 2 OR SCOPE_IDENTITY() <> 3 THROW 50000, 'the rows that were put in', 1;
                """);

        assertThat(database.rows("SELECT id, a, v, d FROM dbo.t"))
                .containsExactly("1|20|x|null", "2|20|one|2024-01-01 00:00:00", "3|20|x|null");
        assertThat(database.rows("SELECT * FROM dbo.log")).containsExactly("100|asked");
    }

    @Test
    void allThatAProcedureAsksIsPutIn() throws SQLException {
        database.run("INSERT dbo.t (a) VALUES (4); INSERT dbo.t (a) EXEC dbo.some_rows");

        assertThat(database.rows("SELECT a FROM dbo.t ORDER BY id")).containsExactly("4", "4", "5", "77", "1");
    }

    @Test
    void temporaryTablesAndVariablesTakeRows() throws SQLException {
        database.run("""
                CREATE TABLE #r (k INT, w VARCHAR(10), d DATE);
                DECLARE @r TABLE (k INT, w VARCHAR(10), d DATE), @n INT = 20, @result INT;
                INSERT #r EXEC @result = dbo.rows_of @n = @n;
                INSERT @r EXEC dbo.rows_of @n;
                INSERT INTO dbo.t (a, v) SELECT k, w FROM #r UNION ALL SELECT k + @result, CONVERT(VARCHAR(10), d, 112) FROM @r;
                """);

        assertThat(database.rows("SELECT a, v FROM dbo.t ORDER BY v")).containsExactly("20|20240101", "20|one");
    }

    @Test
    void identitiesMayBeChosen() throws SQLException {
        database.run("SET IDENTITY_INSERT dbo.t ON; INSERT dbo.t (id, a) EXEC ('SELECT 500, 1');"
                + " SET IDENTITY_INSERT dbo.t OFF; INSERT dbo.t (a) VALUES (3)");

        assertThat(database.rows("SELECT id, a FROM dbo.t")).containsExactly("500|1", "501|3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INSERT dbo.t (a) EXEC ('SELECT 1, 2')                              | Msg 213: ",
                "INSERT dbo.t (a) EXEC ('SELECT ''abc''')                           | error 245: ",
                "INSERT dbo.t (a) EXEC ('INSERT dbo.t (a) EXEC (''SELECT 1'')')     | error 8164: ",
                "INSERT dbo.t (a) EXEC ('BEGIN TRAN; SELECT 1; ROLLBACK')           | Msg 3915: ",
                "INSERT dbo.t (a) OUTPUT inserted.a EXEC ('SELECT 1')               | error 483: ",
                "INSERT dbo.none (a) EXEC ('SELECT 1')                              | Msg 208: ",
                "INSERT dbo.t (none) EXEC ('SELECT 1')                              | Msg 207: ",
                "INSERT dbo.t (a) EXEC sp_help                                      | a procedure of SQL Server's own",
                "INSERT dbo.t (v) EXEC ('SELECT a FROM dbo.t FOR JSON PATH')        | FOR XML and FOR JSON in an INSERT … EXEC",
                "INSERT dbo.t (a) EXEC ('DELETE dbo.log OUTPUT deleted.n')          | OUTPUT without INTO in an INSERT … EXEC"
            })
    void whatGivesNoSuchRowsIsAnError(String tsql, String message) {
        assertThatThrownBy(() -> database.run(tsql)).hasMessageContaining(message);
    }
}
