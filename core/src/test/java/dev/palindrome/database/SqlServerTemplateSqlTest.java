package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.SqlServerTemplateNote.Lost;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerTemplateSqlTest {

    private static final SqlServerTemplateNote NOTE = new SqlServerTemplateNote(
            "0".repeat(32),
            "a".repeat(64),
            true,
            Instant.parse("2026-11-22T18:00:00Z"),
            Set.of(Lost.TRUSTWORTHY, Lost.DB_CHAINING, Lost.BROKER, Lost.CDC));

    @Test
    void isAdministrator() {
        assertThat(SqlServerTemplateSql.isAdministrator()).isEqualTo("SELECT IS_SRVROLEMEMBER(N'sysadmin')");
    }

    @Test
    void lostByRestoring() {
        assertThat(SqlServerTemplateSql.lostByRestoring("palindrome_x")).isEqualTo("""
                SELECT o.name
                FROM sys.databases d
                CROSS APPLY (VALUES ('TRUSTWORTHY', d.is_trustworthy_on), ('DB_CHAINING', d.is_db_chaining_on),
                                    ('BROKER', d.is_broker_enabled), ('CDC', d.is_cdc_enabled)) o(name, is_on)
                WHERE d.name = N'palindrome_x' AND o.is_on = 1""");
    }

    @Test
    void backUp() {
        assertThat(SqlServerTemplateSql.backUp("palindrome_x", "palindrome_x.bak", NOTE))
                .isEqualTo("BACKUP DATABASE [palindrome_x] TO DISK = N'palindrome_x.bak' WITH COPY_ONLY, INIT,"
                        + " NAME = N'palindrome template',"
                        + " DESCRIPTION = N'family=00000000000000000000000000000000;"
                        + " content=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;"
                        + " acrossRuns=true; made=2026-11-22T18:00:00Z; lost=TRUSTWORTHY DB_CHAINING BROKER CDC'");
    }

    @Test
    void backups() {
        assertThat(SqlServerTemplateSql.backups()).isEqualTo("""
                SELECT f.physical_device_name, s.database_name, s.description
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.name = N'palindrome template' AND s.type = 'D'
                ORDER BY s.backup_set_id DESC""");
    }

    @Test
    void files() {
        assertThat(SqlServerTemplateSql.files("/data/palindrome_x.bak"))
                .isEqualTo("RESTORE FILELISTONLY FROM DISK = N'/data/palindrome_x.bak'");
    }

    @Test
    void everyFileIsMoved() {
        List<SqlServerFile> files = List.of(
                new SqlServerFile("palindrome_x", "/data/palindrome_y_1.mdf"),
                new SqlServerFile("Ann's log", "/data/palindrome_y_2.ldf"));
        assertThat(SqlServerTemplateSql.restore("palindrome_y", "/data/palindrome_x.bak", files, NOTE))
                .isEqualTo("RESTORE DATABASE [palindrome_y] FROM DISK = N'/data/palindrome_x.bak' WITH"
                        + " MOVE N'palindrome_x' TO N'/data/palindrome_y_1.mdf',"
                        + " MOVE N'Ann''s log' TO N'/data/palindrome_y_2.ldf', KEEP_CDC");
    }

    @Test
    void nothingIsKeptThatWasNotOn() {
        SqlServerTemplateNote plain =
                new SqlServerTemplateNote(NOTE.family(), NOTE.content(), false, NOTE.made(), Set.of());
        assertThat(SqlServerTemplateSql.restore(
                        "palindrome_y", "x.bak", List.of(new SqlServerFile("x", "/y.mdf")), plain))
                .isEqualTo("RESTORE DATABASE [palindrome_y] FROM DISK = N'x.bak' WITH MOVE N'x' TO N'/y.mdf'");
        assertThat(SqlServerTemplateSql.putBack("palindrome_y", plain)).isEmpty();
    }

    @Test
    void putBack() {
        assertThat(SqlServerTemplateSql.putBack("palindrome_y", NOTE))
                .containsExactly(
                        "ALTER DATABASE [palindrome_y] SET TRUSTWORTHY ON",
                        "ALTER DATABASE [palindrome_y] SET DB_CHAINING ON",
                        "ALTER DATABASE [palindrome_y] SET NEW_BROKER WITH ROLLBACK IMMEDIATE");
    }

    @Test
    void own() {
        assertThat(SqlServerTemplateSql.own("palindrome_y")).isEqualTo("""
                DECLARE @own nvarchar(max) = N'ALTER AUTHORIZATION ON DATABASE::[palindrome_y] TO ' + QUOTENAME(SUSER_SNAME());
                IF EXISTS (SELECT 1 FROM [palindrome_y].sys.database_principals
                           WHERE name = N'dbo' AND (sid IS NULL OR sid <> SUSER_SID()))
                    EXEC (@own);""");
    }

    @Test
    void deleteAndForget() {
        assertThat(SqlServerTemplateSql.delete("/data/Ann's.bak"))
                .isEqualTo("EXEC master.sys.xp_delete_file 0, N'/data/Ann''s.bak'");
        assertThat(SqlServerTemplateSql.forget("palindrome_x"))
                .isEqualTo("EXEC msdb.dbo.sp_delete_database_backuphistory @database_name = N'palindrome_x'");
    }

    @Test
    void lock() {
        assertThat(SqlServerTemplateSql.lock("abc")).isEqualTo("""
                SET NOCOUNT ON;
                USE master;
                DECLARE @granted int;
                EXEC @granted = sp_getapplock @Resource = N'palindrome template abc', @LockMode = 'Exclusive', @LockOwner = 'Session',
                    @LockTimeout = 600000;
                SELECT @granted;""");
    }
}
