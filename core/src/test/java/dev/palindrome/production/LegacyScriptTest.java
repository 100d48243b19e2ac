package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyScriptTest {

    private static final String TABLE = "CREATE TABLE dbo.t (id INT)";

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftOutIsSaidOnceInOneLine() throws IOException {
        Files.copy(Path.of("src/test/resources/legacy/ssms.sql"), folder.resolve("legacy.sql"));
        try (CapturedLog log = new CapturedLog(LegacyScript.class)) {
            LegacyScript.read(location(), StandardCharsets.UTF_8);
            LegacyScript.read(location(), StandardCharsets.UTF_8);

            assertThat(log.lines())
                    .containsExactly("INFO The schema script " + location()
                            + ": left out, since the test's own database takes the original's place: 2 logins,"
                            + " 1 DROP DATABASE, 1 CREATE DATABASE, 4 server settings, 5 ALTER DATABASE,"
                            + " 1 ALTER DATABASE SCOPED CONFIGURATION, 1 login of a user, 1 user, 1 role membership,"
                            + " 3 places in file groups. What its settings were is asked for"
                            + " with options = {\"COMPATIBILITY_LEVEL=150\", \"READ_COMMITTED_SNAPSHOT=ON\"}.");
        }
    }

    @Test
    void theOriginalsCollationIsAskedForWhereItIsNotTheUsualOne() throws IOException {
        Files.writeString(
                file(),
                "CREATE DATABASE x COLLATE Latin1_General_CS_AS\nGO\n"
                        + "ALTER DATABASE x SET ALLOW_SNAPSHOT_ISOLATION OFF\nGO\n" + TABLE);
        try (CapturedLog log = new CapturedLog(LegacyScript.class)) {
            LegacyScript.read(location(), StandardCharsets.UTF_8);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .endsWith("1 CREATE DATABASE, 1 ALTER DATABASE. What its"
                            + " settings were is asked for with collation = \"Latin1_General_CS_AS\".");
        }
    }

    @Test
    void everythingElseStaysOnItsLine() {
        assertThat(kept("USE [master]\nGO\nCREATE DATABASE [x]\nGO\nUSE [x]\nGO\n" + TABLE))
                .isEqualTo(" \nGO\n \nGO\n \nGO\n" + TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP DATABASE IF EXISTS x",
                "ALTER DATABASE [x] SET RECOVERY SIMPLE WITH NO_WAIT",
                "ALTER DATABASE [x] ADD FILEGROUP [fg]",
                "IF NOT EXISTS (SELECT name FROM sys.filegroups WHERE is_default=1) ALTER DATABASE [x] MODIFY FILEGROUP [PRIMARY] DEFAULT",
                "CREATE LOGIN a WITH PASSWORD = 'b'",
                "EXEC master.dbo.sp_addlogin N'a'",
                "EXEC sp_grantdbaccess 'a', 'a'",
                "CREATE USER [a\\b] FOR LOGIN [a\\b]",
                "CREATE USER a FOR CERTIFICATE a",
                "ALTER USER a WITH LOGIN = a",
                "IF USER_ID('a') IS NULL BEGIN CREATE USER a FOR CERTIFICATE a; PRINT 'made' END",
                "ALTER SERVER ROLE sysadmin ADD MEMBER a",
                "GRANT SELECT ON dbo.u TO a, b WITH GRANT OPTION AS dbo",
                "DENY CONNECT TO a",
                "ALTER AUTHORIZATION ON DATABASE::x TO sa",
                "ALTER AUTHORIZATION ON SCHEMA::dbo TO a",
                "BACKUP DATABASE x TO DISK = 'x.bak'",
                "BULK INSERT dbo.t FROM 'c:\\t.csv'",
                "CREATE TRIGGER a ON ALL SERVER FOR LOGON AS PRINT 'x'",
                "RAISERROR('begins', 0, 1) WITH NOWAIT",
                "IF DB_NAME() <> 'x' RAISERROR('wrong database', 22, 127) WITH LOG",
                "IF @@ERROR <> 0 SET NOEXEC ON",
                "DECLARE @now DATETIME SELECT @now = GETDATE() PRINT @now",
                "SELECT @@VERSION",
                "EXEC xp_logevent 60000, 'x'",
                "ENABLE TRIGGER [a] ON ALL SERVER",
                "DISABLE TRIGGER ALL ON ALL SERVER",
                "DROP TRIGGER a ON ALL SERVER",
                "CREATE EVENT NOTIFICATION e ON SERVER FOR DDL_EVENTS TO SERVICE 'a', 'b'",
                "DELETE FROM msdb.dbo.sysjobs",
                "DELETE TOP (1) FROM msdb..sysjobs",
                "DELETE j FROM dbo.t JOIN msdb.dbo.sysjobs AS j ON j.id = t.id",
                "WITH j AS (SELECT * FROM msdb.dbo.sysjobs) DELETE FROM j",
                "UPDATE master.dbo.x SET a = 1",
                "INSERT INTO [other].[dbo].[x] SELECT * FROM dbo.t",
                "SELECT * INTO other..x FROM dbo.t",
                "CREATE TABLE other.dbo.x (a INT)",
                "DROP TABLE IF EXISTS master.dbo.x",
                "CREATE INDEX i ON msdb.dbo.x (a)",
                "TRUNCATE TABLE other.dbo.x",
                "INSERT a.b.dbo.x VALUES (1)",
                "UPDATE OPENQUERY(a, 'SELECT b FROM c') SET b = 1",
                "EXEC other.dbo.p",
                "EXEC master.dbo.sp_executesql N'CREATE TABLE dbo.x (a INT)'",
                "EXEC a.b.dbo.p",
                "EXEC ('CREATE TABLE x (a INT)') AT [a]",
                "DBCC SHRINKDATABASE (N'x')",
                "BEGIN TRY CREATE LOGIN x WITH PASSWORD='b' END TRY BEGIN CATCH END CATCH",
                "BEGIN TRY CREATE LOGIN x WITH PASSWORD='b' END TRY BEGIN CATCH PRINT 'x' END CATCH",
                "WHILE 1 = 1 BEGIN EXEC sp_droplogin 'a'; PRINT 'x'; END",
                "DECLARE @a INT BEGIN TRY DROP LOGIN x END TRY BEGIN CATCH PRINT 'x' END CATCH",
                "EXEC ('CREATE LOGIN x WITH PASSWORD = ''b''')",
                "EXEC ('CREATE ' + 'LOGIN x WITH PASSWORD = ''b''')",
                "DECLARE @a SYSNAME = 'x' EXEC ('ALTER DATABASE [' + @a + '] SET RECOVERY SIMPLE')",
                "IF 1 = 1 EXEC sp_executesql N'ALTER DATABASE [x] SET TRUSTWORTHY OFF'",
                "EXEC ('EXEC (''DROP DATABASE x'')')"
            })
    void isLeftOut(String statement) {
        assertThat(kept(statement + "\nGO\n" + TABLE).strip()).isEqualTo("GO\n" + TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE r",
                "CREATE USER u WITHOUT LOGIN",
                "CREATE ROLE r\nGO\nGRANT SELECT ON dbo.u TO r",
                "CREATE ROLE r\nGO\nCREATE USER u WITHOUT LOGIN\nGO\nALTER ROLE r ADD MEMBER u",
                "GRANT SELECT ON dbo.u TO public",
                "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON",
                "DECLARE @a INT\nSET @a = 1\nINSERT INTO dbo.t VALUES (@a)",
                "DECLARE @a INT = 1;\nIF 1 = 2 SET @a = 2;\nINSERT INTO dbo.t VALUES (@a)",
                "SELECT * INTO dbo.u FROM dbo.t",
                "EXEC sp_rename 'dbo.t', 'u'",
                "SET QUOTED_IDENTIFIER OFF",
                "INSERT INTO dbo.t (a) VALUES ('USE [other]')",
                "INSERT INTO dbo.t (a) VALUES ('$(nobody)')",
                "CREATE TABLE u (id INT REFERENCES dbo.t (id) ON DELETE CASCADE ON UPDATE NO ACTION)",
                "CREATE TABLE u (id INT) ON ps (id)",
                "CREATE INDEX i ON dbo.t (id) WITH (ONLINE = ON)",
                "INSERT INTO dbo.t SELECT number FROM master.dbo.spt_values",
                "UPDATE a SET id = 1 FROM dbo.t a JOIN master.dbo.spt_values b ON a.id = b.number",
                "CREATE TABLE tempdb..#x (a INT)",
                "CREATE SYNONYM s FOR other.dbo.x",
                "CREATE PROCEDURE p AS DELETE FROM msdb.dbo.sysjobs EXEC ('CREATE LOGIN x')",
                "CREATE TRIGGER a ON Server AFTER INSERT AS PRINT 'x'",
                "DBCC CHECKIDENT ('dbo.t', RESEED, 0)",
                "EXEC ('CREATE VIEW v AS SELECT id FROM dbo.t')",
                "DECLARE @a NVARCHAR(99) = 'DROP VIEW v'\nEXEC (@a)",
                "BEGIN TRY\nDECLARE @a INT\nINSERT dbo.t VALUES (1)\nEND TRY\nBEGIN CATCH\nEND CATCH",
                "DECLARE @a INT = CASE WHEN 1 = 1 THEN 1 ELSE 2 END\nWHILE @a < 5 BEGIN SET @a = @a + 1; INSERT dbo.t VALUES (@a); END",
                "DECLARE c CURSOR FOR SELECT 1 UNION ALL\nSELECT 2\nOPEN c\nINSERT dbo.t VALUES (1)"
            })
    void stays(String statement) {
        assertThat(kept(TABLE + "\nGO\n" + statement)).isEqualTo(TABLE + "\nGO\n" + statement);
    }

    @Test
    void aBranchThatIsLeftOutLeavesTheOther() {
        assertThat(kept("IF 1 = 1 BEGIN CREATE LOGIN a FROM WINDOWS\n" + TABLE + " END"))
                .isEqualTo("IF 1 = 1 BEGIN PRINT ''\n" + TABLE + " END");
    }

    @Test
    void whatOnlySaysOrAsksGoesAlsoFromABatchThatMakesSomething() {
        assertThat(kept("PRINT 'x'\nSELECT 1\nIF @@ERROR <> 0 SET NOEXEC ON\n" + TABLE))
                .isEqualTo(" \n \n \n" + TABLE);
    }

    @Test
    void theOriginalsNameInTextsThatNameAnObjectMeansTheTestsDatabase() {
        assertThat(kept("USE x\nGO\nIF OBJECT_ID(N'[x].[dbo].[t]') IS NOT NULL DROP TABLE [x].[dbo].[t]\n"
                        + "DBCC CHECKIDENT('x.dbo.t', RESEED, 0)\nINSERT t VALUES ('x.dbo.t')"))
                .isEqualTo(" \nGO\nIF OBJECT_ID(N' [dbo].[t]') IS NOT NULL DROP TABLE  [dbo].[t]\n"
                        + "DBCC CHECKIDENT(' dbo.t', RESEED, 0)\nINSERT t VALUES ('x.dbo.t')");
    }

    @Test
    void theOriginalsNameAndItsFileGroupsMeanTheTestsDatabase() {
        assertThat(kept("USE x\nCREATE SCHEMA s AUTHORIZATION somebody\nGO\n"
                        + "CREATE TABLE x.s.t (id INT PRIMARY KEY ON [FG], n NVARCHAR(MAX)) ON [FG] TEXTIMAGE_ON [FG]\nGO\n"
                        + "CREATE VIEW s.v AS SELECT id FROM x..u"))
                .isEqualTo(" \nCREATE SCHEMA s  \nGO\n"
                        + "CREATE TABLE  s.t (id INT PRIMARY KEY ON [PRIMARY], n NVARCHAR(MAX)) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]\nGO\n"
                        + "CREATE VIEW s.v AS SELECT id FROM  [dbo].u");
    }

    @Test
    void whatIsExecutedOutOfLiteralsMeansTheTestsDatabaseToo() {
        assertThat(kept("USE x\nGO\nIF OBJECT_ID('v') IS NULL\nBEGIN\n"
                        + "EXEC dbo.sp_executesql @statement = N'-- it''s\nCREATE VIEW v AS\nSELECT ''a'' a FROM [x].[dbo].[t]'\nEND\nGO\n"
                        + "EXEC ('USE x; CREATE TABLE t (a INT) ' + 'ON [FG]')\nGO\n"
                        + "CREATE PROCEDURE p AS EXEC ('EXEC (''DELETE x..t'')')\nGO\n"
                        + "CREATE PROCEDURE q @n SYSNAME AS DECLARE @s NVARCHAR(99) = N'DELETE x.dbo.' + @n EXEC (@s)\nGO\n"
                        + "INSERT dbo.t VALUES ('x.dbo.t')"))
                .isEqualTo(" \nGO\nIF OBJECT_ID('v') IS NULL\nBEGIN\n"
                        + "EXEC dbo.sp_executesql @statement = N'-- it''s\nCREATE VIEW v AS\nSELECT ''a'' a FROM  [dbo].[t]'\nEND\nGO\n"
                        + "EXEC (' ; CREATE TABLE t (a INT) ' + 'ON [PRIMARY]')\nGO\n"
                        + "CREATE PROCEDURE p AS EXEC ('EXEC (''DELETE  [dbo].t'')')\nGO\n"
                        + "CREATE PROCEDURE q @n SYSNAME AS DECLARE @s NVARCHAR(99) = N'DELETE  dbo.' + @n EXEC (@s)\nGO\n"
                        + "INSERT dbo.t VALUES ('x.dbo.t')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE q @n SYSNAME AS EXEC ('DELETE [x].' + @n)",
                "EXEC ('DELETE [x]' + '.dbo.t')",
                "DECLARE @s NVARCHAR(99) = 'DELETE x.' + SCHEMA_NAME() + '.t' EXEC sp_executesql @s"
            })
    void theOriginalsNameInWhatIsPutTogetherIsAnError(String statement) {
        refuses("USE x\nGO\n" + TABLE + "\nGO\n" + statement)
                .hasMessage("The schema script " + location() + ", line 5: SQL that is put together names the original"
                        + " database [x], which is none of the test's. Leave the name out there.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DECLARE @s NVARCHAR(99) = 'CREATE LOGIN a FROM WINDOWS' EXEC (@s)",
                "EXEC ('CREATE TABLE u (a INT); CREATE LOGIN a FROM WINDOWS')"
            })
    void aLoginInWhatIsPutTogetherIsAnError(String statement) {
        refuses("USE x\nGO\n" + TABLE + "\nGO\n" + statement)
                .hasMessage("The schema script " + location() + ", line 5: SQL that is put together would make or"
                        + " change what is none of the test's database (login). Leave it out of the script.");
    }

    @Test
    void whatIsLeftOutOfATryOrALoopLeavesTheRest() {
        assertThat(kept("BEGIN TRY\nDROP LOGIN a\n" + TABLE + "\nEND TRY\nBEGIN CATCH\nTHROW\nEND CATCH\nGO\n"
                        + "WHILE 1 = 1\nBEGIN\nDROP LOGIN a;\nINSERT dbo.t VALUES (1);\nBREAK\nEND"))
                .isEqualTo("BEGIN TRY\nPRINT ''\n" + TABLE + "\nEND TRY\nBEGIN CATCH\nTHROW\nEND CATCH\nGO\n"
                        + "WHILE 1 = 1\nBEGIN\nPRINT '';\nINSERT dbo.t VALUES (1);\nBREAK\nEND");
    }

    @Test
    void usersAreMadeWithoutTheirLoginsAndKeepWhatTheyHave() {
        assertThat(kept("CREATE USER [app] FOR LOGIN [app] WITH DEFAULT_SCHEMA=[dbo]\nGO\n"
                        + "CREATE USER other\nGO\nCREATE USER third WITH PASSWORD = 'b'\nGO\n"
                        + "ALTER USER app WITH LOGIN = app\nGO\n"
                        + "EXEC ('CREATE USER fourth FROM LOGIN fourth')\nGO\n"
                        + "CREATE SCHEMA s AUTHORIZATION app\nGO\n"
                        + "GRANT EXECUTE TO app, fourth\nGO\nGRANT VIEW SERVER STATE TO app\nGO\n"
                        + "CREATE PROCEDURE p WITH EXECUTE AS 'app' AS SELECT 1"))
                .isEqualTo("CREATE USER [app] WITHOUT LOGIN WITH DEFAULT_SCHEMA = [dbo]\nGO\n"
                        + "CREATE USER other WITHOUT LOGIN\nGO\nCREATE USER third WITHOUT LOGIN\nGO\n"
                        + " \nGO\n"
                        + "EXEC ('CREATE USER fourth WITHOUT LOGIN')\nGO\n"
                        + "CREATE SCHEMA s AUTHORIZATION app\nGO\n"
                        + "GRANT EXECUTE TO app, fourth\nGO\n \nGO\n"
                        + "CREATE PROCEDURE p WITH EXECUTE AS 'app' AS SELECT 1");
    }

    @Test
    void whatIsGrantedToSeveralStaysForThoseThatAreThere() {
        assertThat(kept("CREATE ROLE r\nGO\nGRANT SELECT ON dbo.t TO a, r, [b\\c]\nWITH GRANT OPTION AS dbo\nGO\n"
                        + "REVOKE SELECT ON dbo.t FROM [r], a CASCADE"))
                .isEqualTo("CREATE ROLE r\nGO\nGRANT SELECT ON dbo.t TO r WITH GRANT OPTION AS dbo\n\nGO\n"
                        + "REVOKE SELECT ON dbo.t FROM [r] CASCADE");
    }

    @Test
    void changesAreTrackedInTheTestsDatabaseToo() {
        assertThat(kept(
                        "ALTER DATABASE [x] SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = ON)\nGO\n"
                                + "ALTER DATABASE [x] SET RECOVERY FULL, CHANGE_TRACKING ON WITH ROLLBACK IMMEDIATE\nGO\n"
                                + "ALTER DATABASE [x] SET CHANGE_TRACKING = OFF\nGO\nUSE x\nGO\n" + TABLE))
                .isEqualTo(
                        "ALTER DATABASE CURRENT SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = ON)\nGO\n"
                                + "ALTER DATABASE CURRENT SET CHANGE_TRACKING ON\nGO\n \nGO\n \nGO\n" + TABLE);
    }

    @Test
    void fileGroupsAndOwnersBehindAConditionAreTheTestsToo() {
        assertThat(kept("IF 1 = 1\nCREATE TABLE dbo.t (id INT) ON [FG]\nGO\n"
                        + "IF SCHEMA_ID('s') IS NULL EXEC sys.sp_executesql N'CREATE SCHEMA s AUTHORIZATION [ab]'"))
                .isEqualTo("IF 1 = 1\nCREATE TABLE dbo.t (id INT) ON [PRIMARY]\nGO\n"
                        + "IF SCHEMA_ID('s') IS NULL EXEC sys.sp_executesql N'CREATE SCHEMA s  '");
    }

    @Test
    void aSchemaThatIsCalledAsTheDatabaseIsASchema() {
        assertThat(kept("USE sales\nGO\nCREATE SCHEMA sales\nGO\nCREATE VIEW v AS SELECT sales.t.id FROM sales.t"))
                .endsWith("CREATE VIEW v AS SELECT sales.t.id FROM sales.t");
    }

    @Test
    void variablesOfSqlcmdAreFilledInWithWhatWasSetLast() {
        assertThat(kept(":setvar a \"one \"\"two\"\"\"\n:setvar b x.y\nINSERT dbo.t VALUES ('$(a) $(B)')\n"
                        + ":setvar a z\n :on error exit\nINSERT dbo.t VALUES ('$(a)')"))
                .isEqualTo("\n\nINSERT dbo.t VALUES ('one \"two\" x.y')\n\n \nINSERT dbo.t VALUES ('z')");
    }

    @Test
    void commandsOfSqlcmdInStringsAndCommentsAreNone() {
        String script = "INSERT dbo.t VALUES ('\n:setvar a b\n')\n/*\n:r x.sql\n*/";

        assertThat(kept(script)).isEqualTo(script);
    }

    @Test
    void whatSqlcmdWouldDoBesidesIsAnError() {
        refuses("PRINT 'x'\n:r .\\tables.sql\n")
                .hasMessage("The schema script " + location() + ", line 2: the sqlcmd command :r .\\tables.sql is not"
                        + " followed here. Put what it does into the script, or leave it out.");
    }

    @Test
    void aVariableThatNobodyHasSetIsAnErrorWhereItRuns() {
        refuses(":setvar a b\n-- $(c)\nUSE [master]\nGO\nEXEC sp_configure '$(c)'\nGO\nUSE x\n" + TABLE
                        + "\nINSERT dbo.t VALUES ('$(c)')")
                .hasMessage("The schema script " + location() + ", line 9: nobody has set the variable c. Add :setvar c"
                        + " \"…\" at the head of the script.");
    }

    @Test
    void severalDatabasesAreAnError() {
        refuses("USE [a]\nGO\n" + TABLE + "\nGO\nUSE [b]\nGO\n" + TABLE)
                .hasMessage(
                        "The schema script " + location() + " uses several databases: [a] on line 1, [b] on line 5. A"
                                + " test's database takes the place of one: write a script for each.");
    }

    @Test
    void aScriptThatMakesNothingIsAnError() {
        refuses("USE [master]\nGO\nCREATE DATABASE x\nGO\n" + TABLE)
                .hasMessage(
                        "The schema script " + location() + " makes nothing in its database: left out, since the test's"
                                + " own database takes the original's place: 1 CREATE DATABASE, 1 statement in [master].");
        refuses("-- nothing\nGO\n").hasMessage("The schema script " + location() + " makes nothing in its database.");
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThatThrownBy(() -> LegacyScript.read("classpath:legacy/nowhere.sql", StandardCharsets.UTF_8))
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "There is no schema script classpath:legacy/nowhere.sql: nothing on the class path is called"
                                + " legacy/nowhere.sql. Put it there, or name a file with filesystem:.");
        assertThatThrownBy(() -> LegacyScript.read(location(), StandardCharsets.UTF_8))
                .hasMessage("There is no schema script " + location()
                        + ": put it there, or name its place; paths begin at " + System.getProperty("user.dir") + ".");
        assertThatThrownBy(() -> LegacyScript.read("filesystem:" + folder, StandardCharsets.UTF_8))
                .hasMessage("The schema script filesystem:" + folder + " is a folder. Name the file in it.");
        assertThatThrownBy(() -> LegacyScript.read("https://example.com/x.sql", StandardCharsets.UTF_8))
                .hasMessage("The location https://example.com/x.sql is of a kind that is not read: use classpath: or"
                        + " filesystem:.");
    }

    @Test
    void whatIsNoTextIsAnError() throws IOException {
        bytes("");
        fails(" is empty.");
        bytes("TAPE\0\0\u0003");
        fails(" is no script, but a backup. Name it with backup = \"…\" instead of schemaScript.");
        bytes("PK\u0003\u0004");
        fails(
                " is no script, but a zip file, as .bacpac and .dacpac files are. Have sqlpackage or SQL Server Management"
                        + " Studio write a .sql script.");
        bytes("CREATE\0");
        fails(" is no text: it has characters of the number 0. Name a .sql file.");
        bytes("-- a\n-- Stra\u00dfe\n");
        fails(
                ", line 2: it is not UTF-8 at byte offset 12. Save it as UTF-8 or as UTF-16 with a byte order mark, or name"
                        + " its own with the Flyway setting encoding.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkSaysWhichEncodingItIs(String encoding) throws IOException {
        Files.writeString(file(), "\uFEFF" + TABLE + " -- \u00df", Charset.forName(encoding));

        assertThat(read(StandardCharsets.US_ASCII)).isEqualTo(TABLE + " -- \u00df");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE"})
    void withoutAMarkItIsTheOneGivenUnlessEverySecondByteIsZero(String encoding) throws IOException {
        Files.writeString(file(), TABLE + " -- \u00df", Charset.forName(encoding));

        assertThat(read(Charset.forName("windows-1252"))).isEqualTo(TABLE + " -- \u00df");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refuses(String script) {
        return assertThatThrownBy(() -> kept(script)).isInstanceOf(PalindromeException.class);
    }

    private void fails(String why) {
        assertThatThrownBy(() -> read(StandardCharsets.UTF_8)).hasMessage("The schema script " + location() + why);
    }

    private void bytes(String latin) throws IOException {
        Files.writeString(file(), latin, StandardCharsets.ISO_8859_1);
    }

    /** Without what every script ends with. */
    private String kept(String script) {
        try {
            Files.writeString(file(), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(StandardCharsets.UTF_8);
    }

    private String read(Charset encoding) {
        String tsql = LegacyScript.read(location(), encoding).tsql();
        assertThat(tsql).endsWith("\nGO\nSET ANSI_NULLS, QUOTED_IDENTIFIER, ANSI_PADDING ON\n");
        return tsql.lines().limit(tsql.lines().count() - 2).collect(Collectors.joining("\n"));
    }

    private String location() {
        return "filesystem:" + file();
    }

    private Path file() {
        return folder.resolve("legacy.sql");
    }
}
