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

/** What ends with a text that EXEC runs, and how the columns of temporary tables compare. */
class EmbeddedExecutedScopeTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.seen (n INT IDENTITY, v NVARCHAR(100))
                CREATE TABLE dbo.cs (v VARCHAR(10) COLLATE Latin1_General_CS_AS, c CHAR(3) COLLATE Latin1_General_BIN, i VARCHAR(10))
                INSERT dbo.cs VALUES ('a', 'b', 'c'), ('A', 'B', 'C')
                GO
                CREATE FUNCTION dbo.read_day (@s VARCHAR(20)) RETURNS VARCHAR(10) AS BEGIN RETURN CONVERT(VARCHAR(10), CAST(@s AS DATE), 120) END
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> seen() throws SQLException {
        return database.rows("SELECT v FROM dbo.seen ORDER BY n");
    }

    /** Microsoft: create-table-transact-sql, set-statements-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXEC('SET DATEFORMAT dmy; INSERT dbo.seen SELECT CONVERT(VARCHAR(10), CAST(''01/02/2024'' AS DATE), 120)'); INSERT dbo.seen SELECT CONVERT(VARCHAR(10), CAST('01/02/2024' AS DATE), 120) | 2024-02-01, 2024-01-02
            EXEC('SET DATEFORMAT dmy; INSERT dbo.seen SELECT dbo.read_day(''01/02/2024'')'); INSERT dbo.seen SELECT dbo.read_day('01/02/2024') | 2024-02-01, 2024-01-02
            DECLARE @d INT = 1; EXEC('SET DATEFORMAT dmy; INSERT dbo.seen SELECT dbo.read_day(''01/02/2024'')'); INSERT dbo.seen SELECT dbo.read_day('01/02/2024') | 2024-02-01, 2024-01-02
            EXEC('CREATE TABLE #t (a INT); INSERT #t VALUES (1); INSERT dbo.seen SELECT COUNT(*) FROM #t'); IF OBJECT_ID('tempdb..#t') IS NULL INSERT dbo.seen VALUES ('gone') | 1, gone
            EXEC('CREATE TABLE #u (a INT)'); EXEC('CREATE TABLE #u (b INT)'); INSERT dbo.seen VALUES ('both') | both
            EXEC sp_executesql N'SELECT 1 AS a INTO #z; INSERT dbo.seen SELECT a FROM #z'; IF OBJECT_ID('tempdb..#z') IS NULL INSERT dbo.seen VALUES ('gone') | 1, gone
            CREATE TABLE #o (a INT); EXEC('INSERT #o VALUES (3)'); INSERT dbo.seen SELECT a FROM #o; DROP TABLE #o | 3
            EXEC('SET IDENTITY_INSERT dbo.seen ON; INSERT dbo.seen (n, v) VALUES (7, ''x'')'); INSERT dbo.seen (v) VALUES ('y') | x, y
            DECLARE @s NVARCHAR(99) = N'SET IDENTITY_INSERT dbo.seen ON; INSERT dbo.seen (n, v) VALUES (7, ''x'')'; EXEC(@s); INSERT dbo.seen (v) VALUES ('y') | x, y
            SET IDENTITY_INSERT dbo.seen ON; EXEC('SET IDENTITY_INSERT dbo.seen OFF'); INSERT dbo.seen (n, v) VALUES (7, 'x'); SET IDENTITY_INSERT dbo.seen OFF | x
            DECLARE @s NVARCHAR(99) = N'SET IDENTITY_INSERT dbo.seen OFF'; SET IDENTITY_INSERT dbo.seen ON; EXEC(@s); INSERT dbo.seen (n, v) VALUES (7, 'x'); SET IDENTITY_INSERT dbo.seen OFF | x
            SET IDENTITY_INSERT dbo.seen ON; EXEC('INSERT dbo.seen (n, v) VALUES (7, ''x'')'); SET IDENTITY_INSERT dbo.seen OFF | x
            BEGIN TRAN; INSERT dbo.seen VALUES ('x'); EXEC('CREATE TABLE #q (a INT); INSERT #q VALUES (1); INSERT dbo.seen VALUES (''y'')'); ROLLBACK; INSERT dbo.seen VALUES ('z') | z
            """)
    void endsWithIt(String script, String seen) throws SQLException {
        database.run(script);

        assertThat(String.join(", ", seen())).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXEC('SET IDENTITY_INSERT dbo.seen ON') | x
            DECLARE @s NVARCHAR(99) = N'SET IDENTITY_INSERT dbo.seen ON'; EXEC sp_executesql @s | x
            """)
    void anIdentityIsTakenWithinItAlone(String script, String value) {
        assertThatThrownBy(() -> database.run(script + "; INSERT dbo.seen (n, v) VALUES (7, '" + value + "')"))
                .hasMessageContaining("cannot be assigned");
    }

    @Test
    void aTableOfItIsNotFoundBehindIt() {
        assertThatThrownBy(() -> database.run("EXEC('CREATE TABLE #t (a INT)'); INSERT #t VALUES (1)"))
                .hasMessageContaining("#t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE TABLE #c (v VARCHAR(10) COLLATE Latin1_General_CS_AS, c CHAR(3) COLLATE Latin1_General_BIN, i VARCHAR(10)); INSERT #c SELECT * FROM dbo.cs | #c
            DECLARE @c TABLE (v NVARCHAR(MAX) COLLATE Latin1_General_CS_AS NOT NULL, c NCHAR(3) COLLATE Latin1_General_BIN, i VARCHAR(10)); INSERT @c SELECT * FROM dbo.cs | @c
            SELECT * INTO #d FROM dbo.cs | #d
            SELECT v, c, i INTO dbo.e FROM dbo.cs | dbo.e
            """)
    void aCollationThatHeedsCaseIsKept(String script, String table) throws SQLException {
        database.run(script + "\nINSERT dbo.seen SELECT COUNT(*) FROM " + table + " WHERE v = 'a'"
                + "\nINSERT dbo.seen SELECT COUNT(*) FROM " + table + " WHERE c = 'b'"
                + "\nINSERT dbo.seen SELECT COUNT(DISTINCT v) FROM " + table
                + "\nINSERT dbo.seen SELECT COUNT(*) FROM " + table + " WHERE i = 'c'");

        assertThat(seen()).containsExactly("1", "1", "2", "2");
    }
}
