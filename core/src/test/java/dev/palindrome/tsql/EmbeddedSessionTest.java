package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts say of the session and of the database as a whole. */
class EmbeddedSessionTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void theDatabaseThatAScriptCreatesIsThisOne() throws SQLException {
        database.run("""
                USE [master]
                GO
                CREATE DATABASE [Shop] CONTAINMENT = NONE ON PRIMARY
                ( NAME = N'Shop', FILENAME = N'C:\\Data\\Shop.mdf' , SIZE = 8192KB , MAXSIZE = UNLIMITED, FILEGROWTH = 10%)
                LOG ON ( NAME = N'Shop_log', FILENAME = N'C:\\Data\\Shop_log.ldf' , SIZE = 8192KB , MAXSIZE = 2048GB , FILEGROWTH = 65536KB )
                COLLATE SQL_Latin1_General_CP1_CI_AS WITH CATALOG_COLLATION = DATABASE_DEFAULT
                GO
                ALTER DATABASE [Shop] SET COMPATIBILITY_LEVEL = 150
                GO
                ALTER DATABASE [Shop] SET ANSI_NULLS OFF
                ALTER DATABASE [Shop] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE
                ALTER DATABASE [Shop] SET PAGE_VERIFY CHECKSUM, MULTI_USER
                SET ANSI_NULLS ON
                GO
                USE [Shop]
                GO
                CREATE TABLE [Shop].[dbo].[items] (id INT NOT NULL, label NVARCHAR(20) NULL)
                INSERT INTO Shop..items (id, label) VALUES (1, N'one')
                UPDATE Shop.dbo.items SET label = N'eins' WHERE Shop.dbo.items.id = 1
                CREATE INDEX ix ON Shop.dbo.items (id)
                """);
        database.run("""
                USE shop
                IF EXISTS (SELECT 1 FROM Shop.dbo.items i JOIN [shop].[dbo].items j ON i.id = j.id)
                    INSERT INTO items (id) VALUES (2)
                """);

        assertThat(database.rows("SELECT \"id\", \"label\" FROM \"dbo\".\"items\" ORDER BY 1"))
                .containsExactly("1|eins", "2|null");
    }

    @Test
    void theOwnDatabaseIsKnownByItsName() throws SQLException {
        String name = database.connection().getCatalog();

        database.run(
                "USE [%1$s]\nCREATE TABLE [%1$s].dbo.t (id INT)\nGO\nINSERT INTO [%1$s]..t VALUES (1)".formatted(name));

        assertThat(database.rows("SELECT * FROM \"dbo\".\"t\"")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USE [Other]", "SELECT * FROM Other.dbo.t", "INSERT INTO Other..t VALUES (1)"})
    void anotherDatabaseIsRefusedBeforeTheScriptBegins(String statement) throws SQLException {
        assertThatThrownBy(() -> database.run("CREATE TABLE dbo.t (id INT)\nGO\n" + statement))
                .hasMessageContaining("Msg 911: Database 'other' on line 3 does not exist");

        assertThat(database.rows("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'"))
                .isEmpty();
    }

    @Test
    void aDatabaseMayBeDroppedBeforeItIsCreated() throws SQLException {
        database.run("""
                USE master
                GO
                DROP DATABASE IF EXISTS Shop
                GO
                CREATE DATABASE Shop
                GO
                USE Shop
                CREATE TABLE t (id INT)
                """);

        assertThatThrownBy(() -> database.run("CREATE DATABASE SHOP")).hasMessageContaining("Msg 1801");
        database.run("DROP DATABASE Shop");
        assertThatThrownBy(() -> database.run("USE Shop")).hasMessageContaining("Msg 911");
        assertThatThrownBy(() -> database.run("DROP DATABASE Shop")).hasMessageContaining("Msg 3701");
    }

    @Test
    void guardsKnowTheDatabaseThatAScriptHasCreated() throws SQLException {
        String guarded = "USE master\nGO\nIF DB_ID('Shop') IS NULL CREATE DATABASE Shop\nGO\nUSE Shop\nGO\n";
        database.run(guarded + "ALTER DATABASE Shop SET COMPATIBILITY_LEVEL = 150\n");

        database.run(guarded + """
                IF DB_NAME() = 'Shop' AND DB_ID() = DB_ID('shop') AND DB_NAME(DB_ID('Shop')) = 'Shop'
                    CREATE TABLE dbo.named (id INT)
                GO
                IF EXISTS (SELECT * FROM sys.databases WHERE name = 'Shop' AND compatibility_level = 150)
                    CREATE TABLE dbo.listed (id INT)
                IF OBJECT_ID('Shop.dbo.named') IS NOT NULL AND DB_ID('other') IS NULL
                    CREATE TABLE dbo.found (id INT)
                """);

        assertThat(database.rows(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo' ORDER BY 1"))
                .containsExactly("found", "listed", "named");
    }

    @Test
    void theNameThatUseHasGivenGoesWithTheDatabase() throws SQLException {
        database.run("CREATE DATABASE Shop\nGO\nUSE Shop\nGO\nDROP DATABASE Shop");

        database.run("IF DB_NAME() <> 'Shop' AND DB_ID('Shop') IS NULL CREATE TABLE dbo.gone (id INT)");

        assertThat(database.rows("SELECT * FROM \"dbo\".\"gone\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET DATEFORMAT mdy",
                "SET DATEFORMAT ymd;",
                "SET DATEFORMAT dmy",
                "SET LANGUAGE us_english",
                "SET LANGUAGE N'English'",
                "SET DATEFIRST 7",
                "SET ROWCOUNT 0",
                "SET TEXTSIZE 2147483647",
                "SET NOEXEC OFF",
                "SET XACT_ABORT ON SET NOCOUNT ON",
                "SET DEADLOCK_PRIORITY LOW",
                "SET LOCK_TIMEOUT 1000",
                "SET CURSOR_CLOSE_ON_COMMIT OFF",
                "SET ANSI_NULL_DFLT_OFF OFF",
                "SET SHOWPLAN_XML OFF",
                "CHECKPOINT",
                "CHECKPOINT 10",
                "DBCC FREEPROCCACHE",
                "DBCC FREEPROCCACHE WITH NO_INFOMSGS;",
                "DBCC CHECKDB ('x', NOINDEX) WITH NO_INFOMSGS, ALL_ERRORMSGS",
                "DBCC TRACEON (1222, -1)",
                "DBCC SHRINKFILE (log, 1)",
                "ALTER DATABASE CURRENT SET RECOVERY SIMPLE WITH NO_WAIT",
                "ALTER DATABASE CURRENT SET QUERY_STORE = OFF",
                "ALTER DATABASE CURRENT SET QUERY_STORE CLEAR ALL",
                "ALTER DATABASE CURRENT SET QUERY_STORE = OFF (FORCED)",
                "ALTER DATABASE CURRENT SET QUERY_STORE (OPERATION_MODE = READ_WRITE, CLEANUP_POLICY = (STALE_QUERY_THRESHOLD_DAYS = 30))",
                "IF 1 = FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') BEGIN EXEC dbo.sp_fulltext_database @action = 'enable' END",
                "EXEC sp_fulltext_database 'enable'",
                "IF CAST(SERVERPROPERTY('ProductMajorVersion') AS INT) < 12 EXEC sp_dboption 'x', 'trunc. log on chkpt.', 'true'",
                "EXEC sp_updatestats",
                "ALTER DATABASE CURRENT SET TARGET_RECOVERY_TIME = 60 SECONDS",
                "ALTER DATABASE CURRENT SET FILESTREAM( NON_TRANSACTED_ACCESS = OFF )",
                "ALTER DATABASE CURRENT ADD FILEGROUP [data]",
                "ALTER DATABASE CURRENT ADD FILE (NAME = 'a', FILENAME = 'b.ndf', SIZE = 5MB) TO FILEGROUP [data]",
                "ALTER DATABASE SCOPED CONFIGURATION CLEAR PROCEDURE_CACHE",
                "ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 1",
                "ALTER DATABASE SCOPED CONFIGURATION FOR SECONDARY SET LEGACY_CARDINALITY_ESTIMATION = PRIMARY;",
                "EXEC sp_set_session_context 'tenant', 5",
                "DECLARE @v INT = 3 EXEC sys.sp_set_session_context @key = N'tenant', @value = @v, @read_only = 1",
                "EXEC sp_configure 'clr enabled', 1; RECONFIGURE",
                "EXEC sp_configure 'clr enabled', 1 RECONFIGURE WITH OVERRIDE",
                "EXEC sp_addsrvrolemember 'app', 'dbcreator'",
                "EXEC sp_change_users_login 'Auto_Fix', 'app'",
                "DROP DEFAULT IF EXISTS dbo.zero, one; DROP RULE IF EXISTS positive; DROP ASSEMBLY IF EXISTS geo",
                "IF CAST(SERVERPROPERTY('InstanceName') AS NVARCHAR(20)) = N'X' SELECT 1 / 0",
                "IF CAST(SERVERPROPERTY('IsXTPSupported') AS INT) <> 1 SELECT 1 / 0"
            })
    void leavesNothingBehind(String statement) {
        assertThatCode(() -> database.run(statement + "\nCREATE TABLE t (id INT)"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SET DATEFORMAT iso | is refused by SQL Server (error 2741: an order of dates is mdy, dmy, ymd, ydm, myd or dym)
            SET LANGUAGE German | needs SQL Server (SET LANGUAGE other than ENGLISH, US_ENGLISH)
            SET DATEFIRST 1 | needs SQL Server (SET DATEFIRST other than 7)
            SET ROWCOUNT 10 | needs SQL Server (SET ROWCOUNT that is not set back to 0 at the end of the script)
            SET LANGUAGE | error 102
            DBCC CHECKDBB | is misspelt or needs SQL Server
            CHECKPOINT now | is misspelt or needs SQL Server
            SELECT CAST(SESSION_CONTEXT(N'tenant') AS INT) | needs SQL Server (the function SESSION_CONTEXT)
            RECONFIGURE now | error 102
            ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP | error 102
            DROP DEFAULT zero | needs SQL Server (DROP DEFAULT)
            CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'x' | needs SQL Server (CREATE MASTER)
            CREATE QUEUE q | needs SQL Server (CREATE QUEUE)
            BACKUP DATABASE x TO DISK = 'y' | needs SQL Server (BACKUP)
            RESTORE DATABASE x FROM DISK = 'y' | needs SQL Server (RESTORE)
            USE msdb | needs SQL Server (the database msdb)
            USE | misspelt or needs SQL Server
            CREATE DATABASE a ON (NAME = x, FILENAM = 'y') | error 102
            CREATE DATABASE a LOG | error 102
            CREATE DATABASE a COLLATE German_PhoneBook_CI_AS | needs SQL Server (a database with the collation German_PhoneBook_CI_AS; leave COLLATE out
            CREATE DATABASE a FOR ATTACH | needs SQL Server (CREATE DATABASE FOR)
            ALTER DATABASE CURRENT SET RECOVERY SIMPEL | needs SQL Server (the option RECOVERY of a database)
            ALTER DATABASE CURRENT MODIFY NAME = x | needs SQL Server (ALTER DATABASE … MODIFY)
            ALTER DATABASE CURRENT SET READ_ONLY | needs SQL Server (the option READ_ONLY of a database)
            ALTER DATABASE CURRENT REMOVE x | error 102
            SELECT * FROM master.sys.objects | needs SQL Server (the database master)
            SELECT * FROM server.db.dbo.t | needs SQL Server (a name with a database in it)
            """)
    void isRefused(String statement, String expected) {
        assertThatThrownBy(() -> database.run(statement)).hasMessageContaining(expected);
    }

    @Test
    void nothingElseIsDoneInMaster() {
        assertThatThrownBy(() -> database.run("USE master\nGO\nCREATE TABLE t (id INT)"))
                .hasMessageContaining("needs SQL Server (behind USE master, in another database)");
    }

    @Test
    void columnsMayBeNamedWithSchemaAndTable() throws SQLException {
        database.run("""
                CREATE TABLE dbo.t (id INT)
                INSERT INTO dbo.t VALUES (1)
                UPDATE dbo.t SET id = 2 WHERE dbo.t.id = 1
                """);

        assertThat(database.rows("SELECT * FROM \"dbo\".\"t\"")).containsExactly("2");
    }

    @Test
    void checkIdentLooksForTheIdentityWhateverItDoes() throws SQLException {
        database.run(
                "CREATE TABLE dbo.t (id INT)\nCREATE TABLE dbo.u (id INT IDENTITY)\nDBCC CHECKIDENT ('dbo.u', NORESEED)"
                        + "\nDBCC CHECKIDENT (u)\nDBCC CHECKIDENT ([dbo.u], RESEED) WITH NO_INFOMSGS"
                                .replace("[dbo.u]", "'u'"));

        assertThatThrownBy(() -> database.run("DBCC CHECKIDENT ('dbo.t', NORESEED)"))
                .hasMessageContaining("Msg 7997: 't' does not contain an identity column.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            SET NOEXEC ON GO INSERT seen VALUES (1) GO SET NOEXEC OFF GO INSERT seen VALUES (2) ~ 2
            IF OBJECT_ID('seen') IS NOT NULL SET NOEXEC ON GO CREATE TABLE more (a INT) GO CREATE VIEW v AS SELECT 1 AS a GO SET NOEXEC OFF INSERT seen VALUES (2) ~ 2
            IF OBJECT_ID('other') IS NOT NULL SET NOEXEC ON GO INSERT seen VALUES (1) GO SET NOEXEC OFF GO INSERT seen VALUES (2) ~ 1,2
            IF OBJECT_ID('seen') IS NOT NULL BEGIN PRINT 'there'; SET NOEXEC ON END INSERT seen VALUES (1) GO INSERT seen VALUES (2) ~ ''
            SET NOEXEC ON INSERT seen VALUES (1) SET NOEXEC OFF INSERT seen VALUES (2) GO INSERT seen VALUES (3) ~ 2,3
            SET NOEXEC ON GO DECLARE @i INT = 1 INSERT seen VALUES (@i) SET NOEXEC OFF SET @i = 5 INSERT seen VALUES (@i) ~ 5
            DECLARE @s NVARCHAR(99) = N'INSERT seen VALUES (1); SET NOEXEC ON; INSERT seen VALUES (2)'; EXEC (@s); INSERT seen VALUES (3) ~ 1,3
            """)
    void readsAndDoesNotRunWhatComesBehindNoexec(String script, String seen) throws SQLException {
        database.run("CREATE TABLE seen (n INT)");

        database.run(script.replace(" GO ", "\nGO\n"));

        assertThat(String.join(",", database.rows("SELECT \"n\" FROM \"seen\" ORDER BY \"n\"")))
                .isEqualTo(seen);
        database.run("DECLARE @i INT = 9 INSERT seen VALUES (@i)"); // it ends with its script
        assertThat(database.rows("SELECT 1 FROM \"seen\" WHERE \"n\" = 9")).hasSize(1);
    }

    @Test
    void readsWhatItDoesNotRun() {
        assertThatThrownBy(() -> database.run("SET NOEXEC ON\nGO\nSELECT * FROM OPENROWSET('a', 'b', 'c') x"))
                .hasMessageContaining("line 3");
    }
}
