package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips of the pen in the bodies of modules, which run nowhere here. */
class ModuleBodyTest {

    private static final String HEAD = "CREATE PROCEDURE dbo.p @a INT AS\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEGIN SELECT 1 | its end
            BEGIN TRY SELECT 1 END TRY BEGIN CATCH; THROW | its end
            SELECT (1 + 2 | its end
            SELECT 1 + 2) | )
            SELECT CASE WHEN 1 = 1 THEN 2 FROM dbo.t | its end
            SELECT 1 END | END
            IF @a = 1 BEGIN SELECT 1 END ELSE SELCT 2 | SELCT
            SELECT 1; SELCT 2 | SELCT
            BEGIN UPDTE dbo.t SET a = 1 END | UPDTE
            SELCT 1 | SELCT
            SELECT (1; 2) | ;
            SELECT a FROM WHERE a = 1 | WHERE
            SELECT a, FROM dbo.t | FROM
            SELECT a FROM dbo.t WHERE AND a = 1 | AND
            SELECT a FROM dbo.t WHERE a = 1 AND | its end
            SELECT a FROM dbo.t WHERE a = ORDER BY a | ORDER
            SELECT a FROM dbo.t ORDER a | a
            SELECT a FROM dbo.t WHERE a IS b | b
            UPDATE dbo.t SET WHERE a = 1 | WHERE
            INSERT INTO VALUES (1) | VALUES
            SELECT CASE WHEN THEN 1 END | THEN
            SELECT a FROM dbo.t JOIN ON 1 = 1 | ON
            SELECT a FROM dbo. WHERE a = 1 | WHERE
            SELECT @a @a | @a
            """)
    void isRefusedWhereSqlServerStopsReading(String body, String near) {
        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", HEAD + body))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("is refused by SQL Server (error ")
                .hasMessageContaining("incorrect syntax near " + near);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- nothing yet",
                "IF @a = 1 BEGIN; SELECT 1; END ELSE BEGIN ;WITH a AS (SELECT 1 AS n) SELECT n FROM a END",
                "BEGIN TRAN; BEGIN DISTRIBUTED TRANSACTION; COMMIT; RETURN 1;",
                "BEGIN TRY; SELECT 1 END TRY BEGIN CATCH END CATCH; ;WITH a AS (SELECT 1 AS n) SELECT n FROM a",
                "IF @a = 1 SELECT CASE WHEN @a = 1 THEN 2 ELSE 3 END; ELSE (SELECT 2)",
                "again: IF UPDATE(a) GOTO again; END CONVERSATION @a; BEGIN DIALOG CONVERSATION @h FROM SERVICE s TO SERVICE 't'",
                "CREATE TABLE #t (id INT, s DATETIME2 GENERATED ALWAYS AS ROW START, e DATETIME2 GENERATED ALWAYS AS ROW END,"
                        + " PERIOD FOR SYSTEM_TIME (s, e))",
                "SELECT TOP 1 1 FROM dbo.t WHERE a IS NOT NULL OPTION (FORCE ORDER, HASH UNION)",
                "EXEC @a @a; EXECUTE dbo.q;2 @a; SELECT t.* FROM dbo.t AS t; EXEC ('x') AS USER = 'dbo'",
                "GRANT SELECT, INSERT ON dbo.t TO readers; REVOKE INSERT FROM readers; SET NOCOUNT ON; MERGE dbo.t AS t"
                        + " USING dbo.u AS u ON t.a = u.a WHEN MATCHED THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT (a)"
                        + " VALUES (1);",
                "DECLARE c CURSOR FOR SELECT a FROM dbo.t FOR UPDATE; FETCH NEXT FROM c INTO @a; SELECT STRING_AGG(a, ',')"
                        + " WITHIN GROUP (ORDER BY a) FROM dbo.t"
            })
    void isKeptAsItIs(String body) {
        assertThat(TranslatedScript.rewrite("V1__test.sql", HEAD + body).h2Statements())
                .hasSize(1);
    }
}
