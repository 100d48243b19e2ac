package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsSqlServerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            :setvar DatabaseName "shop" ~ :setvar is a command of sqlcmd
            :on error exit ~ :on is a command of sqlcmd
            SELECT 1\\n:r .\\other.sql ~ line 2: :r is a command of sqlcmd
            !!dir ~ !! is a command of sqlcmd
            USE [$(DatabaseName)] ~ $(DatabaseName) is a variable of sqlcmd's
            CREATE TABLE $(Schema).t (a INT) ~ $(Schema) is a variable of sqlcmd's
            """)
    void saysWhatIsForSqlcmd(String script, String reason) {
        assertThat(refused(script.replace("\\n", "\n")))
                .hasMessageContaining(reason)
                .hasMessageContaining("${name}");
    }

    @Test
    void takesWhatSqlcmdWouldReadInText() {
        assertThat(TranslatedScript.rewrite("V7__status.sql", "PRINT '$(x)\n:r x' -- :r y\n")
                        .h2Statements())
                .isEmpty();
    }

    @Test
    void saysWhatWhereWhyAndWhatNext() {
        NeedsSqlServerException error =
                refused("CREATE TABLE a (id INT)\nGO\n\n-- x\nCREATE PROCEDURE dbo.complete_todo\n  @id INT AS\n"
                        + "EXTERNAL NAME library.[Todos and what becomes of them in the end].Complete");

        assertThat(error)
                .hasMessage("V7__status.sql, line 5: \"CREATE PROCEDURE dbo.complete_todo @id INT AS EXTERNAL NAME"
                        + " library.[Todos and…\" needs SQL Server (a module in an assembly). Run with"
                        + " palindrome.engine=sqlserver.");
        assertThat(error.script()).isEqualTo("V7__status.sql");
        assertThat(error.line()).isEqualTo(5);
    }

    @Test
    void saysWhatMayBeASlipOfThePen() {
        assertThat(refused("CREAT TABLE dbo.t (id INT)"))
                .hasMessage("V7__status.sql, line 1: \"CREAT TABLE dbo.t (id INT)\" is misspelt or needs SQL Server (at"
                        + " CREAT). Correct it, or run with palindrome.engine=sqlserver.");
        assertThat(refused("\nCREATE TABLE dbo.t (\n  id INT,\n  name NVARCHAR(20) NUL\n);"))
                .hasMessage(
                        "V7__status.sql, line 2: \"CREATE TABLE dbo.t ( id INT, name NVARCHAR(20) NUL )\" is misspelt"
                                + " or needs SQL Server (at NUL on line 4). Correct it, or run with palindrome.engine=sqlserver.");
        assertThat(refused("CREATE TABEL dbo.t (id INT)"))
                .hasMessageContaining(" is misspelt or needs SQL Server (at TABEL). ");
        assertThat(refused("DROP TABEL dbo.t")).hasMessageContaining(" is misspelt or needs SQL Server (at TABEL). ");
        assertThat(refused("ADD SIGNATURE TO dbo.p BY CERTIFICATE c"))
                .hasMessageContaining(" needs SQL Server (ADD SIGNATURE). ");
        assertThat(refused("SELECT 1 << 2")).hasMessageContaining(" needs SQL Server (the symbol <<). ");
        assertThat(refused("SELECT geography::Parse('POINT (1 1)').Lat"))
                .hasMessageContaining(" needs SQL Server (the symbol ::). ");
        assertThat(refused("CREATE AGGREGATE dbo.a (@x INT) RETURNS INT EXTERNAL NAME b.c"))
                .hasMessageContaining(" needs SQL Server (CREATE AGGREGATE). ");
        assertThat(refused("LINENO 5")).hasMessageContaining(" needs SQL Server (LINENO). ");
        assertThat(refused("DROP CERTIFICATE c")).hasMessageContaining(" needs SQL Server (DROP CERTIFICATE). ");
        assertThat(refused("DROP TABLE"))
                .hasMessageContaining(" is misspelt or needs SQL Server (it ends too early). ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sp_rename 't', 'u'", "sp_executesql N'DROP TABLE t'", "sp_addrole 'r'", "sp_refreshview 'v'"})
    void aProcedureOfASchemaOfYourOwnIsNoneOfSqlServers(String call) {
        assertThat(TranslatedScript.rewrite("V1__t.sql", "EXEC app." + call).sql())
                .contains("'app', '" + call.split(" ")[0] + "'");
        assertThat(TranslatedScript.rewrite("V1__t.sql", "EXEC dbo." + call).h2Statements())
                .isEqualTo(TranslatedScript.rewrite("V1__t.sql", "EXEC sys." + call)
                        .h2Statements())
                .isEqualTo(TranslatedScript.rewrite("V1__t.sql", call).h2Statements());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GO",
                "INSERT INTO dbo.t (id) VALUES (1)",
                "INSERT INTO dbo.t (id) VALUES (1);",
                "IF 1 = 1",
                "IF 1 = 0 DELETE FROM dbo.t ELSE"
            })
    void aBulkInsertIsOneWhereverItBegins(String before) {
        assertThat(refused(before + "\nBULK INSERT dbo.t FROM 'f' WITH (CHECK_CONSTRAINTS, FIELDTERMINATOR = ',')"))
                .hasMessage("V7__status.sql, line 2: \"BULK INSERT dbo.t FROM '…' WITH (CHECK_CONSTRAINTS,"
                        + " FIELDTERMINATOR = '…')\" needs SQL Server (BULK). Run with palindrome.engine=sqlserver.");
    }

    @Test
    void saysWhereWhatNeverEndsBegins() {
        assertThat(refused("CREATE TABLE t (a INT)\nGO\nINSERT INTO t\nVALUES (N'its)"))
                .hasMessage("V7__status.sql, line 4: the string that begins here never ends. Close it.");
        assertThat(refused("CREATE TABLE [t (a INT)"))
                .hasMessage("V7__status.sql, line 1: the quoted name that begins here never ends. Close it.");
        assertThat(refused("DROP TABLE t\n/* why /* really */"))
                .hasMessage("V7__status.sql, line 2: the comment that begins here never ends. Close it.");
        assertThat(refused("EXEC('DROP TABLE [t')")).hasMessageContaining("(a quoted name in it that never ends)");
    }

    /** What the embedded engine takes shall not fail in production. */
    @Test
    void refusesTheCountBehindGoThatFlywayDoesNotKnow() {
        assertThat(refused("CREATE TABLE t (a INT)\nGO 5\nDROP TABLE t"))
                .hasMessage(
                        "V7__status.sql, line 2: \"GO 5\" ends a batch and repeats none: Flyway sends the 5 to SQL"
                                + " Server with the next batch, which is then refused. Write the batch as often as it is to run.");
        assertThat(refused("CREATE TABLE t (a INT)\nGO;\nDROP TABLE t")).hasMessageContaining("(at GO on line 2)");
    }

    @Test
    void showsNoRowsValues() {
        assertThat(refused("INSERT INTO t (n, i, b) VALUES (N'secret@x.com', 4111, 0xCAFE), ('other' 'secret')"))
                .hasMessage(
                        "V7__status.sql, line 1: \"INSERT INTO t (n, i, b) VALUES ('…', …, …), ('…' '…')\" is refused"
                                + " by SQL Server (error 102: incorrect syntax near '…'). Correct it.");
        assertThat(refused("CREATE TABLE t (a VARCHAR(5) DEFAULT 'new', b INT FILESTREAM)"))
                .hasMessage(
                        "V7__status.sql, line 1: \"CREATE TABLE t (a VARCHAR(5) DEFAULT 'new', b INT FILESTREAM)\" needs SQL Server"
                                + " (FILESTREAM). Run with palindrome.engine=sqlserver.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TYPE t EXTERNAL NAME a.b",
                "CREATE USER u FOR CERTIFICATE c",
                "GRANT SELECT ON ASSEMBLY::t TO u",
                "USE msdb",
                "DECLARE @x dbo.Name",
                "DECLARE @x INT UPDATE TOP (1) t SET @x = a = 1",
                "BEGIN DISTRIBUTED TRANSACTION",
                "INSERT t EXEC sp_who",
                "CREATE TABLE t (a dbo.my_type(5))",
                "CREATE TABLE master.dbo.t (a INT)",
                "CREATE TABLE t (a VARBINARY(MAX) FILESTREAM)",
                "CREATE TABLE t (a INT SPARSE, b XML COLUMN_SET FOR ALL_SPARSE_COLUMNS)",
                "CREATE TABLE t (a VECTOR(3, float16))",
                "CREATE TABLE t (a INT) AS NODE",
                "CREATE TABLE t (a INT) AS EDGE",
                "CREATE TABLE t (a INT) FILESTREAM_ON files",
                "ALTER TABLE t REBUILD WITH (DATA_COMPRESSION = ROW ON PARTITIONS (1))",
                "DROP INDEX i ON t WITH (MOVE TO [data])",
                "UPDATE STATISTICS t s WITH INCREMENTAL = ON",
                "ALTER DATABASE CURRENT MODIFY FILEGROUP [data] DEFAULT",
                "CREATE DATABASE d ON (NAME = a), FILEGROUP g DEFAULT (NAME = b)",
                "CREATE DATABASE d COLLATE Latin1_General_CS_AS",
                "CREATE RULE r AS @x > 1",
                "CREATE DEFAULT d AS 1",
                "EXEC sp_bindrule 'r', 't.a'",
                "CREATE TABLE t (a INT) WITH (MEMORY_OPTIMIZED = ON)",
                "CREATE TABLE t (a INT) WITH (LEDGER = ON)",
                "SELECT a FROM t FOR SYSTEM_TIME ALL",
                "SELECT a FROM t FOR SYSTEM_TIME AS OF '2024-01-01' AS x",
                "ALTER TABLE t REBUILD PARTITION = 2",
                "SELECT a.query('for $b in /b return $b') FROM t",
                "INSERT INTO t (a) VALUES (geography::Point(1, b, 4326))",
                "CREATE TABLE t (a INT PRIMARY KEY, b AS (a), s DATETIME2 GENERATED ALWAYS AS ROW START, e DATETIME2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH (SYSTEM_VERSIONING = ON)",
                "CREATE TABLE t (a BIGINT GENERATED ALWAYS AS TRANSACTION_ID START)",
                "ALTER TABLE t SWITCH TO u",
                "SELECT (SELECT a FROM t FOR XML EXPLICIT)",
                "INSERT INTO t (a) VALUES ('x\\\ny')",
                "BEGIN SELECT 1",
                "SELECT a FROM t WHERE CAST(path AS HIERARCHYID).ToString() = '/1/'",
                "SELECT a FROM t WHERE b = {t '12:00:00'}",
                "CREATE SCHEMA AUTHORIZATION dbo",
                "SELECT CURRENT_DATE",
                "SELECT * FROM sys.dm_exec_sessions",
                "SET ANSI_DEFAULTS ON",
                "SET DISABLE_DEF_CNST_CHK ON",
            })
    void refuses(String statement) {
        assertThat(refused(statement))
                .hasMessageContaining("V7__status.sql, line 1: ")
                .hasMessageContaining(" needs SQL Server (");
    }

    private static NeedsSqlServerException refused(String tsql) {
        NeedsSqlServerException error = catchThrowableOfType(
                NeedsSqlServerException.class, () -> TranslatedScript.rewrite("V7__status.sql", tsql));
        return assertThat(error).as(tsql).isNotNull().actual();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GO 2;", "GO 2.5", "GO 99999999999"})
    void saysOfScriptsThatPalindromeSendsWhatMayStandBehindGo(String go) {
        String number = go.substring(3).replace(";", "");

        assertThatThrownBy(() -> TranslatedScript.rewrite("seed.sql", "PRINT 'a'\n" + go + "\n", GoCount.REPEATS))
                .hasMessage("seed.sql, line 2: behind GO stands how often the batch is run, a whole number of at most"
                        + " nine digits with nothing behind it, and not what begins with " + number + ". Correct it.");
    }
}
