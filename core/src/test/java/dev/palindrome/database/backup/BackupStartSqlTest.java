package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code SqlServerBackupStartTest} does not see whole. */
class BackupStartSqlTest {

    @Test
    void whatAServerIsLike() {
        assertThat(BackupStartSql.server()).isEqualTo("""
                SELECT CAST(SERVERPROPERTY(N'ProductVersion') AS nvarchar(128)) AS version,
                    CAST(DATABASEPROPERTYEX(N'master', N'Version') AS int) AS database_version,
                    COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)), m.folder) AS data_path,
                    COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultLogPath') AS nvarchar(4000)), m.folder) AS log_path,
                    CAST(SERVERPROPERTY(N'InstanceDefaultBackupPath') AS nvarchar(4000)) AS backup_path,
                    CAST(SERVERPROPERTY(N'MachineName') AS nvarchar(128)) AS machine
                FROM (SELECT LEFT(physical_name, LEN(physical_name) - PATINDEX(N'%[/\\]%', REVERSE(physical_name))) AS folder
                      FROM sys.master_files WHERE database_id = 1 AND file_id = 1) m""");
    }

    @Test
    void usersOfLoginsThatAreNotThere() {
        assertThat(BackupStartSql.orphanedUsers("palindrome_x")).isEqualTo("""
                SELECT COUNT(*) AS orphaned
                FROM [palindrome_x].sys.database_principals u
                WHERE u.authentication_type = 1 AND u.principal_id > 4
                    AND NOT EXISTS (SELECT 1 FROM sys.server_principals l WHERE l.sid = u.sid)""");
    }
}
