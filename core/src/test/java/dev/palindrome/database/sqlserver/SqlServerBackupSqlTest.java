package dev.palindrome.database.sqlserver;

import static dev.palindrome.SqlRecording.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerBackupSqlTest {

    @Test
    void isAdministrator() {
        assertThat(made(SqlServerBackupSql.isAdministrator())).isEqualTo("SELECT IS_SRVROLEMEMBER(N'sysadmin')");
    }

    @Test
    void lostByRestoring() {
        assertThat(made(SqlServerBackupSql.lostByRestoring("palindrome_x"))).isEqualTo("""
                SELECT o.name
                FROM sys.databases d
                CROSS APPLY (VALUES ('TRUSTWORTHY', d.is_trustworthy_on), ('DB_CHAINING', d.is_db_chaining_on),
                                    ('BROKER', d.is_broker_enabled), ('CDC', d.is_cdc_enabled)) o(name, is_on)
                WHERE d.name = N'palindrome_x' AND o.is_on = 1""");
    }

    @Test
    void rowsThatAreNotDurable() {
        assertThat(made(SqlServerBackupSql.tablesThatKeepNoRows("palindrome_x")))
                .isEqualTo("""
                SELECT QUOTENAME(s.name) + N'.' + QUOTENAME(t.name)
                FROM [palindrome_x].sys.tables t
                JOIN [palindrome_x].sys.schemas s ON s.schema_id = t.schema_id
                WHERE t.is_memory_optimized = 1 AND t.durability = 1
                ORDER BY s.name, t.name""");
        assertThat(made(SqlServerBackupSql.anyRow("[dbo].[cache]"))).isEqualTo("SELECT TOP (1) 1 FROM [dbo].[cache]");
    }

    @Test
    void owner() {
        assertThat(made(SqlServerBackupSql.owner("palindrome_x")))
                .isEqualTo("SELECT SUSER_SNAME(owner_sid) FROM sys.databases"
                        + " WHERE name = N'palindrome_x' AND SUSER_SNAME(owner_sid) IS NOT NULL");
        assertThat(made(SqlServerBackupSql.own("palindrome_x", "DOMAIN\\Ann O'Hara")))
                .isEqualTo("""
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'palindrome_x' AND owner_sid <> SUSER_SID(N'DOMAIN\\Ann O''Hara'))
                    ALTER AUTHORIZATION ON DATABASE::[palindrome_x] TO [DOMAIN\\Ann O'Hara]""");
    }

    @Test
    void backUp() {
        assertThat(made(SqlServerBackupSql.backUp("palindrome_x", "x.bak", SqlServerBackupSql.SNAPSHOT, "Ann's")))
                .isEqualTo("BACKUP DATABASE [palindrome_x] TO DISK = N'x.bak' WITH COPY_ONLY, INIT,"
                        + " NAME = N'palindrome snapshot', DESCRIPTION = N'Ann''s'");
    }

    @Test
    void folder() {
        assertThat(made(SqlServerBackupSql.folder())).isEqualTo("""
                SELECT COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultBackupPath') AS nvarchar(4000)),
                    CASE WHEN CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)) LIKE N'/%'
                        THEN CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)) END, N'')""");
        assertThat(SqlServerBackupSql.path("/var/opt/mssql/data", "x.bak")).isEqualTo("/var/opt/mssql/data/x.bak");
        assertThat(SqlServerBackupSql.path("/var/opt/mssql/data/", "x.bak")).isEqualTo("/var/opt/mssql/data/x.bak");
        assertThat(SqlServerBackupSql.path("C:\\SQL\\Backup", "x.bak")).isEqualTo("C:\\SQL\\Backup\\x.bak");
        assertThat(SqlServerBackupSql.path("", "x.bak")).isEqualTo("x.bak");
    }

    @Test
    void backups() {
        assertThat(made(SqlServerBackupSql.backups(SqlServerBackupSql.TEMPLATE)))
                .isEqualTo("""
                SELECT f.physical_device_name, s.database_name, s.description, s.backup_set_uuid,
                    DATEDIFF(MINUTE, s.backup_finish_date, GETDATE()) AS age
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.name = N'palindrome template' AND s.type = 'D'
                    AND s.user_name COLLATE DATABASE_DEFAULT = SUSER_SNAME() COLLATE DATABASE_DEFAULT
                    AND s.server_name COLLATE DATABASE_DEFAULT IN (@@SERVERNAME COLLATE DATABASE_DEFAULT,
                        CAST(SERVERPROPERTY(N'ServerName') AS nvarchar(128)) COLLATE DATABASE_DEFAULT)
                ORDER BY s.backup_set_id DESC""");
    }

    @Test
    void contents() {
        assertThat(made(SqlServerBackupSql.contents("/data/Ann's.bak")))
                .isEqualTo("RESTORE HEADERONLY FROM DISK = N'/data/Ann''s.bak'");
    }

    @Test
    void replace() {
        assertThat(made(SqlServerBackupSql.replace("palindrome_x", "/data/x.bak", Set.of())))
                .isEqualTo("RESTORE DATABASE [palindrome_x] FROM DISK = N'/data/x.bak' WITH REPLACE");
        assertThat(made(SqlServerBackupSql.replace(
                        "palindrome_x", "/data/x.bak", EnumSet.allOf(LostByRestoring.class))))
                .isEqualTo("RESTORE DATABASE [palindrome_x] FROM DISK = N'/data/x.bak' WITH REPLACE,"
                        + " ENABLE_BROKER, KEEP_CDC");
    }

    @Test
    void putBack() {
        assertThat(SqlServerBackupSql.putBack("palindrome_y", EnumSet.allOf(LostByRestoring.class)))
                .containsExactly(
                        "ALTER DATABASE [palindrome_y] SET TRUSTWORTHY ON",
                        "ALTER DATABASE [palindrome_y] SET DB_CHAINING ON",
                        "ALTER DATABASE [palindrome_y] SET NEW_BROKER WITH ROLLBACK IMMEDIATE");
        assertThat(SqlServerBackupSql.putBack("palindrome_y", Set.of())).isEmpty();
    }

    @Test
    void delete() {
        assertThat(made(SqlServerBackupSql.delete("/data/Ann's.bak")))
                .isEqualTo("EXEC master.sys.xp_delete_file 0, N'/data/Ann''s.bak'");
    }

    @Test
    void whatIsLeft() {
        assertThat(made(SqlServerBackupSql.canDelete()))
                .isEqualTo("SELECT name FROM master.sys.all_objects WHERE name = N'xp_delete_file'");
        assertThat(made(SqlServerBackupSql.isThere("/data/Ann's.bak")))
                .isEqualTo("SELECT 1 FROM sys.dm_os_file_exists(N'/data/Ann''s.bak') WHERE file_exists = 1");
        assertThat(made(SqlServerBackupSql.pathsOf("palindrome_x"))).isEqualTo("""
                SELECT f.physical_device_name,
                    CASE WHEN s.name IN (N'palindrome template', N'palindrome snapshot')
                        AND s.user_name COLLATE DATABASE_DEFAULT = SUSER_SNAME() COLLATE DATABASE_DEFAULT
                        AND s.server_name COLLATE DATABASE_DEFAULT IN (@@SERVERNAME COLLATE DATABASE_DEFAULT,
                            CAST(SERVERPROPERTY(N'ServerName') AS nvarchar(128)) COLLATE DATABASE_DEFAULT)
                        THEN 1 ELSE 0 END AS is_ours
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.database_name = N'palindrome_x'
                ORDER BY s.backup_set_id""");
    }

    @Test
    void forget() {
        assertThat(made(SqlServerBackupSql.forget("palindrome_x")))
                .isEqualTo("EXEC msdb.dbo.sp_delete_database_backuphistory @database_name = N'palindrome_x'");
    }
}
