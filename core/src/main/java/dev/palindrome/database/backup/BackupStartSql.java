package dev.palindrome.database.backup;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said to a SQL Server where a database begins with a backup. The page of Microsoft's documentation stands beside. */
public final class BackupStartSql {

    private BackupStartSql() {}

    /**
     * Pages "SERVERPROPERTY" and "DATABASEPROPERTYEX": Version is the number of the format that this server keeps databases
     * in. Page "sys.master_files": where master lies, for a server that does not tell where others shall.
     */
    public static String server() {
        return """
                SELECT CAST(SERVERPROPERTY(N'ProductVersion') AS nvarchar(128)) AS version,
                    CAST(DATABASEPROPERTYEX(N'master', N'Version') AS int) AS database_version,
                    COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)), m.folder) AS data_path,
                    COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultLogPath') AS nvarchar(4000)), m.folder) AS log_path,
                    CAST(SERVERPROPERTY(N'InstanceDefaultBackupPath') AS nvarchar(4000)) AS backup_path,
                    CAST(SERVERPROPERTY(N'MachineName') AS nvarchar(128)) AS machine
                FROM (SELECT LEFT(physical_name, LEN(physical_name) - PATINDEX(N'%[/\\]%', REVERSE(physical_name))) AS folder
                      FROM sys.master_files WHERE database_id = 1 AND file_id = 1) m""";
    }

    /** Page "RESTORE HEADERONLY": a row for each backup in the file. */
    public static String sets(String path) {
        return "RESTORE HEADERONLY FROM DISK = " + SqlLiteral.of(path);
    }

    /** Page "RESTORE FILELISTONLY": a row for each file of one backup. */
    public static String files(String path, BackupSet set) {
        return "RESTORE FILELISTONLY FROM DISK = %s WITH FILE = %d".formatted(SqlLiteral.of(path), set.position());
    }

    /**
     * Page "RESTORE": every file goes to a place of its own, so that nothing is written over. Page "RESTORE arguments":
     * without KEEP_REPLICATION, KEEP_CDC and ENABLE_BROKER nothing that the original did to others goes on in the copy.
     */
    public static String restore(String database, String path, BackupSet set, List<FilePlacement> files) {
        return "RESTORE DATABASE %s FROM DISK = %s WITH FILE = %d, %s"
                .formatted(
                        BracketedName.of(database),
                        SqlLiteral.of(path),
                        set.position(),
                        files.stream()
                                .map(file -> "MOVE %s TO %s"
                                        .formatted(SqlLiteral.of(file.logicalName()), SqlLiteral.of(file.path())))
                                .collect(Collectors.joining(", ")));
    }

    /**
     * What comes behind a restore in the same batch. Page "sys.databases": state 0 is ONLINE. Where it is not, or where the
     * database is not there, nothing more is tried, so that the error is the restore's.
     *
     * @param statements that each can be read before there is the database
     */
    public static String ifOnline(String database, List<String> statements) {
        return """
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = %s AND state = 0)
                BEGIN
                %s;
                END""".formatted(SqlLiteral.of(database), String.join(";\n", statements));
    }

    /**
     * Pages "sys.databases" and "ALTER DATABASE SET options". A database comes back as read-only and as closed to others as it
     * was. With the simple recovery model the log of a test's database does not grow for want of backups.
     */
    public static List<String> openUp(String database) {
        List<String> statements = new ArrayList<>();
        statements.add(setWhere(database, "user_access <> 0", "MULTI_USER WITH ROLLBACK IMMEDIATE"));
        statements.add(setWhere(database, "is_read_only = 1", "READ_WRITE WITH ROLLBACK IMMEDIATE"));
        statements.add(setWhere(database, "recovery_model <> 3", "RECOVERY SIMPLE"));
        return statements;
    }

    private static String setWhere(String database, String condition, String option) {
        return "IF EXISTS (SELECT 1 FROM sys.databases WHERE name = %s AND %s) EXEC (%s)"
                .formatted(
                        SqlLiteral.of(database),
                        condition,
                        SqlLiteral.of("ALTER DATABASE " + BracketedName.of(database) + " SET " + option));
    }

    /**
     * Pages "sys.database_principals" and "Troubleshoot orphaned users": users of logins (authentication type 1) of which this
     * server has none.
     */
    public static String orphanedUsers(String database) {
        return """
                SELECT COUNT(*) AS orphaned
                FROM %s.sys.database_principals u
                WHERE u.authentication_type = 1 AND u.principal_id > 4
                    AND NOT EXISTS (SELECT 1 FROM sys.server_principals l WHERE l.sid = u.sid)""".formatted(BracketedName.of(database));
    }
}
