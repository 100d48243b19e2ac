package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL Server refuses the embedded engine refuses with SQL Server's number, however well H2 would take it. */
class RefusedBySqlServerTest {

    @Test
    void saysWhatWhereWhyAndWhatIsRight() {
        assertThat(refused("CREATE TABLE dbo.t (\n  id INT,\n  order INT\n)"))
                .hasMessage(
                        "V7__status.sql, line 1: \"CREATE TABLE dbo.t ( id INT, order INT )\" is refused by SQL Server"
                                + " (error 156: order is a reserved word; as a name it stands in brackets on line 3). Correct it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE dbo.user (id INT)                       | 156 | user is a reserved word; as a name it stands in brackets
            ALTER TABLE dbo.t ADD CONSTRAINT key CHECK (a > 0)   | 156 | key is a reserved word; as a name it stands in brackets
            SELECT a public FROM dbo.t                           | 156 | public is a reserved word; as a name it stands in brackets
            UPDATE dbo.t SET plan = 1                            | 156 | plan is a reserved word; as a name it stands in brackets
            CREATE TABLE t (a INT DEFAULT ())                    | 102 | incorrect syntax near )
            CREATE INDEX i ON t (a) WHERE a = 1 OR a = 2         | 156 | incorrect syntax near OR
            CREATE INDEX i ON t (a) WHERE a NOT IN (1)           | 156 | incorrect syntax near NOT
            CREATE INDEX i ON t (a) WHERE a BETWEEN 1 AND 2      | 156 | incorrect syntax near BETWEEN
            CREATE INDEX i ON t (a) WHERE a LIKE 'x%'            | 156 | incorrect syntax near LIKE
            CREATE INDEX i ON t (a) WHERE LEN(a) > 1             | 102 | incorrect syntax near (
            CREATE INDEX i ON t (a) INCLUDE (b DESC)             | 156 | incorrect syntax near DESC
            CREATE INDEX i ON t (a) WITH (FILLFACTOR = ON)       | 156 | incorrect syntax near ON
            PRINT                                                | 102 | incorrect syntax near its end
            UPDATE t SET a = @x                                  | 137 | the variable @x is not declared above in this batch; variables end with their batch, at GO
            DECLARE @x INT, @X INT                               | 134 | the variable @X is declared already in this batch
            DECLARE @x TEXT                                      | 2739 | a variable is of no type text: take one with max
            GOTO there                                           | 133 | GOTO goes to the label there, which is not in this batch
            BREAK                                                | 135 | BREAK stands outside of a WHILE
            RETURN 1                                             | 178 | RETURN of a script gives no value
            THROW                                                | 10704 | THROW without arguments stands within a CATCH
            DECLARE @x INT; SELECT @x = 1, 2                     | 141 | a SELECT that gives a variable a value gives no rows: give each column to a variable
            EXEC sp_executesql N'SELECT @a', N'@a INT'           | 8178 | sp_executesql declares @a, which it is not given
            PRINT 'a' 'b'                                        | 102 | incorrect syntax near '…'
            SET NOCOUNT ON OFF                                   | 156 | incorrect syntax near OFF
            SET STATISTICS TIMES ON                              | 102 | incorrect syntax near TIMES
            SET TRANSACTION ISOLATION LEVEL NONE                 | 102 | incorrect syntax near NONE
            COMMIT TRANSACTION TRANSACTION                       | 156 | TRANSACTION is a reserved word; as a name it stands in brackets
            UPDATE STATISTICS t WITH FULSCAN                     | 102 | incorrect syntax near FULSCAN
            ALTER INDEX i ON t REBILD                            | 102 | incorrect syntax near REBILD
            CREATE SEQUENCE s CYCLE NO CYCLE                     | 102 | incorrect syntax near NO
            SELECT a, FROM t                                     | 156 | incorrect syntax near FROM
            SELECT a FROM t WHERE a IN (1, )                     | 102 | incorrect syntax near )
            SELECT FROM t                                        | 156 | incorrect syntax near FROM
            SELECT a FROM t WHERE b                              | 102 | incorrect syntax near its end
            SELECT a FROM t JOIN u ON t.b WHERE a = 1            | 156 | incorrect syntax near WHERE
            SELECT CASE WHEN b THEN 1 END FROM t                 | 156 | incorrect syntax near THEN
            SELECT a FROM t WHERE (a, b) = (1, 2)                | 102 | incorrect syntax near ,
            DELETE FROM t WHERE NOT (SELECT 1)                   | 102 | incorrect syntax near its end
            ALTER TABLE t ADD CONSTRAINT c CHECK (a)             | 102 | incorrect syntax near its end
            ALTER TABLE t ADD CONSTRAINT c CHECK ((a = 1) = b)   | 102 | incorrect syntax near =
            CREATE TABLE t (a VARCHAR(20.))                      | 102 | incorrect syntax near …
            """)
    void refuses(String statement, int error, String reason) {
        assertThat(refused(statement))
                .hasMessageEndingWith("is refused by SQL Server (error " + error + ": " + reason + "). Correct it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE [user] ([order] INT, load INT, disk INT, [key] INT, percentage INT)",
                "SELECT u.[plan] AS \"index\" FROM dbo.[user] AS u",
                "CREATE INDEX i ON t (a) WHERE ([a]>=(1) AND [a]<(5) AND [b] IS NOT NULL AND c IN ('x', N'y'))",
                "CREATE INDEX i ON t (a) WHERE d > CONVERT(DATE, '2024-01-01', 120) AND e <> CAST(0x01 AS VARBINARY(4)) AND f = -1",
                "CREATE INDEX i ON t (a) WITH FILLFACTOR = 80",
                "PRINT N'a' + CAST(1 AS VARCHAR(10)) + 'b'",
                "PRINT CONCAT('a', GETDATE())",
                "SET STATISTICS IO, TIME ON",
                "PRINT CASE WHEN 1 = 2 THEN 'none' ELSE N'some' COLLATE Latin1_General_CI_AS END",
                "PRINT 1 & 3",
                "SET LOCK_TIMEOUT -1",
                "SET DEADLOCK_PRIORITY LOW",
                "SET DEADLOCK_PRIORITY 5",
                "SET STATISTICS IO OFF",
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "BEGIN TRAN upgrade; COMMIT TRAN upgrade",
                "UPDATE STATISTICS dbo.t ix_a WITH SAMPLE 50 PERCENT, MAXDOP = 2",
                "UPDATE STATISTICS dbo.t (ix_a, ix_b)",
                "ALTER INDEX ALL ON dbo.t REBUILD PARTITION = ALL WITH (FILLFACTOR = 80, ONLINE = OFF)",
                "SELECT a FROM t WHERE (a + 1) * 2 > 3 AND ((b = 1) OR NOT (c IS NULL)) AND (SELECT 1) = 1",
                "SELECT a FROM t WHERE a = ANY (SELECT 1) OR a NOT IN (1, 2 + 3) OR b LIKE 'x' ESCAPE '!'",
                "SELECT CASE WHEN a = 1 AND b > 2 THEN (1) ELSE CASE a WHEN 1 THEN 2 END END FROM t",
                "SELECT a FROM t WHERE CASE WHEN a = 1 THEN 1 ELSE 0 END = 1 AND a BETWEEN b - 1 AND (b + 1)",
                "SELECT a FROM t INNER JOIN u ON (t.a = u.a AND (t.b = u.b OR u.b IS NULL)) LEFT JOIN v ON v.a = t.a",
                "CREATE TABLE t (a INT CONSTRAINT f FOREIGN KEY REFERENCES u (a), b DOUBLE PRECISION, c NATIONAL CHAR(3))"
            })
    void takes(String statement) {
        assertThat(TranslatedScript.rewrite("V7__status.sql", statement).statements())
                .isNotEmpty();
    }

    private static NeedsSqlServerException refused(String tsql) {
        NeedsSqlServerException error = catchThrowableOfType(
                NeedsSqlServerException.class, () -> TranslatedScript.rewrite("V7__status.sql", tsql));
        return assertThat(error).as(tsql).isNotNull().actual();
    }
}
