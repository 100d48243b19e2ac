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
import org.junit.jupiter.params.provider.ValueSource;

/** Users, roles, permissions and databases, as the conditions of scripts ask for them. */
class SystemViewsOfPrincipalsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = new EmbeddedDatabase().run("""
                CREATE TABLE dbo.users (id INT NOT NULL, name NVARCHAR(50) NULL)
                CREATE ROLE readers
                CREATE ROLE inner_readers AUTHORIZATION readers
                CREATE USER ann WITHOUT LOGIN WITH DEFAULT_SCHEMA = sales
                CREATE USER [shop\\bob]
                ALTER ROLE readers ADD MEMBER inner_readers
                ALTER ROLE inner_readers ADD MEMBER ann
                ALTER ROLE db_datareader ADD MEMBER readers
                GO
                CREATE SCHEMA sales AUTHORIZATION ann
                GO
                CREATE VIEW dbo.names AS SELECT name FROM dbo.users
                GO
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL)
                GRANT SELECT, INSERT ON dbo.users TO readers
                DENY UPDATE ON dbo.users (name) TO ann
                GRANT SELECT ON dbo.names (name) TO ann
                GRANT EXECUTE ON dbo.p TO ann WITH GRANT OPTION
                GRANT EXECUTE ON TYPE::dbo.ids TO ann
                GRANT CONTROL ON SCHEMA::sales TO readers
                GRANT VIEW DEFINITION ON ROLE::readers TO ann
                GRANT CREATE TABLE TO readers
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> asked(String query) throws SQLException {
        return database.rows(TranslatedScript.query("V1__test.sql", query));
    }

    @Test
    void principalsAreThoseOfEveryDatabaseAndThoseMade() throws SQLException {
        assertThat(asked("""
                        SELECT name, type, type_desc, default_schema_name, is_fixed_role, authentication_type_desc
                        FROM sys.database_principals"""))
                .containsExactlyInAnyOrder(
                        "ann|S|SQL_USER|sales|FALSE|NONE",
                        "db_accessadmin|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_backupoperator|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_datareader|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_datawriter|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_ddladmin|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_denydatareader|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_denydatawriter|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_owner|R|DATABASE_ROLE|null|TRUE|NONE",
                        "db_securityadmin|R|DATABASE_ROLE|null|TRUE|NONE",
                        "dbo|S|SQL_USER|dbo|FALSE|INSTANCE",
                        "guest|S|SQL_USER|guest|FALSE|NONE",
                        "INFORMATION_SCHEMA|S|SQL_USER|null|FALSE|NONE",
                        "inner_readers|R|DATABASE_ROLE|null|FALSE|NONE",
                        "public|R|DATABASE_ROLE|null|FALSE|NONE",
                        "readers|R|DATABASE_ROLE|null|FALSE|NONE",
                        "shop\\bob|U|WINDOWS_USER|dbo|FALSE|WINDOWS",
                        "sys|S|SQL_USER|null|FALSE|NONE");
    }

    @Test
    void membersOwnersAndPermissionsAreRecorded() throws SQLException {
        assertThat(asked("""
                        SELECT r.name, m.name FROM sys.database_role_members AS x
                        JOIN sys.database_principals AS r ON r.principal_id = x.role_principal_id
                        JOIN sys.database_principals AS m ON m.principal_id = x.member_principal_id ORDER BY r.name"""))
                .containsExactly("db_datareader|readers", "db_owner|dbo", "inner_readers|ann", "readers|inner_readers");
        assertThat(asked("""
                        SELECT p.class, p.class_desc, p.permission_name, p.state, p.minor_id, USER_NAME(p.grantee_principal_id)
                        FROM sys.database_permissions AS p ORDER BY p.class, p.permission_name, 6"""))
                .containsExactly(
                        "0|DATABASE|CONNECT|G|0|ann",
                        "0|DATABASE|CONNECT|G|0|dbo",
                        "0|DATABASE|CONNECT|G|0|shop\\bob",
                        "0|DATABASE|CREATE TABLE|G|0|readers",
                        "1|OBJECT_OR_COLUMN|EXECUTE|W|0|ann",
                        "1|OBJECT_OR_COLUMN|INSERT|G|0|readers",
                        "1|OBJECT_OR_COLUMN|SELECT|G|1|ann",
                        "1|OBJECT_OR_COLUMN|SELECT|G|0|readers",
                        "1|OBJECT_OR_COLUMN|UPDATE|D|2|ann",
                        "3|SCHEMA|CONTROL|G|0|readers",
                        "4|DATABASE_PRINCIPAL|VIEW DEFINITION|G|0|ann",
                        "6|TYPE|EXECUTE|G|0|ann");
        assertThat(asked("SELECT permission_name FROM sys.database_permissions"
                        + " WHERE major_id = OBJECT_ID('dbo.users') AND grantee_principal_id = USER_ID('READERS')"))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThat(asked("SELECT s.name FROM sys.schemas AS s WHERE s.principal_id = DATABASE_PRINCIPAL_ID('ann')"))
                .containsExactly("sales");
        assertThat(asked("SELECT name FROM dbo.sysusers WHERE issqlrole = 0 AND hasdbaccess = 1 ORDER BY uid"))
                .hasSize(3)
                .contains("dbo", "ann", "shop\\bob");
    }

    @Test
    void aUserOfADirectoryIsOne() throws SQLException {
        database.run("CREATE USER [eve@shop.example] FROM EXTERNAL PROVIDER WITH DEFAULT_SCHEMA = [sales]");

        assertThat(asked("SELECT type + ' ' + type_desc + ' ' + authentication_type_desc + ' ' + default_schema_name"
                        + " FROM sys.database_principals WHERE name = 'eve@shop.example'"))
                .containsExactly("E EXTERNAL_USER EXTERNAL sales");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USER_ID('db_owner') | 16384
            USER_ID('nobody') | null
            USER_ID() | 1
            USER_NAME() | dbo
            USER_NAME(2) | guest
            DATABASE_PRINCIPAL_ID('public') | 0
            IS_ROLEMEMBER('readers', 'ann') | 1
            IS_ROLEMEMBER('db_datareader', 'ann') | 1
            IS_ROLEMEMBER('db_datawriter', 'ann') | 0
            IS_ROLEMEMBER('public', 'ann') | 1
            IS_ROLEMEMBER('ann', 'readers') | null
            IS_ROLEMEMBER('nothing', 'ann') | null
            IS_MEMBER('db_owner') | 1
            IS_MEMBER('readers') | 0
            """)
    void functionsAnswerFromWhatIsRecorded(String call, String expected) throws SQLException {
        assertThat(asked("SELECT " + call)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "master.dbo.sysdatabases",
                "master..sysdatabases",
                "[master].sys.databases",
                "master.sys.sysdatabases",
                "sys.databases"
            })
    void databasesAreThoseOfTheServerAndThisOne(String view) throws SQLException {
        String own = database.connection().getCatalog().toLowerCase(java.util.Locale.ROOT);
        List<String> names = asked("SELECT d.name FROM " + view + " AS d");

        assertThat(names).hasSize(5).startsWith("master", "tempdb", "model", "msdb");
        assertThat(names.get(4)).isEqualToIgnoringCase(own);
        assertThat(asked("SELECT name FROM " + view + " WHERE name = N'Chinook'"))
                .isEmpty();
        assertThat(asked("SELECT DB_ID('tempdb'), DB_NAME(1), OBJECT_ID('master.dbo.users')"))
                .containsExactly("2|master|null");
    }

    @Test
    void aScriptMayAskForItsDatabaseInMaster() throws SQLException {
        database.run("""
                USE master
                GO
                IF EXISTS (SELECT name FROM sysdatabases WHERE name = N'Chinook')
                BEGIN
                    ALTER DATABASE Chinook SET SINGLE_USER WITH ROLLBACK IMMEDIATE
                    ALTER DATABASE [Chinook] SET OFFLINE WITH ROLLBACK IMMEDIATE
                    DROP DATABASE [Chinook]
                END
                IF DB_ID('Chinook') IS NULL CREATE DATABASE Chinook
                GO
                USE Chinook
                GO
                CREATE TABLE dbo.albums (id INT)
                """);

        assertThat(asked("SELECT name FROM sys.databases WHERE name = 'Chinook'"))
                .containsExactly("Chinook");
        assertThat(asked("SELECT OBJECT_NAME(OBJECT_ID('Chinook.dbo.albums'))")).containsExactly("albums");
    }

    @Test
    void aTableTypeHasATableBehindIt() throws SQLException {
        database.run("CREATE TYPE sales.lines AS TABLE (no INT NOT NULL, note NVARCHAR(20) NULL)");

        assertThat(asked("""
                        SELECT o.type, o.type_desc, SCHEMA_NAME(o.schema_id), c.name, c.column_id, c.max_length
                        FROM sys.table_types AS t
                        JOIN sys.objects AS o ON o.object_id = t.type_table_object_id
                        JOIN sys.columns AS c ON c.object_id = t.type_table_object_id
                        WHERE t.name = 'lines' ORDER BY c.column_id""")).containsExactly("TT|TYPE_TABLE|sys|no|1|4", "TT|TYPE_TABLE|sys|note|2|40");
        assertThat(asked("SELECT COUNT(*) FROM sys.objects WHERE type = 'TT' AND name LIKE 'TT_lines_%'"))
                .containsExactly("1");
        assertThat(asked("SELECT COUNT(*) FROM INFORMATION_SCHEMA.COLUMNS WHERE COLUMN_NAME = 'note'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT name FROM master.sys.objects | the database master
            SELECT name FROM master.dbo.sysobjects | the database master
            SELECT name FROM sys.server_principals | the catalogue view sys.server_principals
            SELECT sid FROM sys.database_principals | the column sid of sys.database_principals
            SELECT SUSER_ID('sa') | the function SUSER_ID
            """)
    void whatIsNotKnownIsRefusedBeforeTheScriptBegins(String query, String reason) {
        assertThatThrownBy(() -> asked(query)).hasMessageContaining("needs SQL Server (" + reason + ")");
    }

    @Test
    void otherTablesOfMasterAreNotAskedThere() {
        assertThatThrownBy(() -> database.run("USE master\nGO\nIF OBJECT_ID('dbo.users') IS NULL CREATE DATABASE x"))
                .hasMessageContaining("behind USE master");
    }
}
