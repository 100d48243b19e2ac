package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is said to a SQL Server about backups. The page of Microsoft's documentation stands beside each statement. */
final class SqlServerBackupSql {

    /** The name of the backup sets that are templates, by which the server's backup history finds them. */
    static final String TEMPLATE = "palindrome template";

    /** The name of the backup sets that belong to snapshots. */
    static final String SNAPSHOT = "palindrome snapshot";

    private SqlServerBackupSql() {}

    /** Page "IS_SRVROLEMEMBER": 1 where the login is a member. */
    static String isAdministrator() {
        return "SELECT IS_SRVROLEMEMBER(N'sysadmin')";
    }

    /** Page "sys.databases". Page "Restore and recovery overview" and others: a restored copy has these switched off. */
    static String lostByRestoring(String database) {
        return """
                SELECT o.name
                FROM sys.databases d
                CROSS APPLY (VALUES ('TRUSTWORTHY', d.is_trustworthy_on), ('DB_CHAINING', d.is_db_chaining_on),
                                    ('BROKER', d.is_broker_enabled), ('CDC', d.is_cdc_enabled)) o(name, is_on)
                WHERE d.name = %s AND o.is_on = 1""".formatted(SqlLiteral.of(database));
    }

    /** Page "sys.databases": owner_sid. Page "SUSER_SNAME": NULL where the login is gone. */
    static String owner(String database) {
        return "SELECT SUSER_SNAME(owner_sid) FROM sys.databases WHERE name = %s AND SUSER_SNAME(owner_sid) IS NOT NULL"
                .formatted(SqlLiteral.of(database));
    }

    /** Page "sys.tables", and "Defining durability for memory-optimized objects": durability 1 keeps no rows. */
    static String tablesThatKeepNoRows(String database) {
        return """
                SELECT QUOTENAME(s.name) + N'.' + QUOTENAME(t.name)
                FROM %1$s.sys.tables t
                JOIN %1$s.sys.schemas s ON s.schema_id = t.schema_id
                WHERE t.is_memory_optimized = 1 AND t.durability = 1
                ORDER BY s.name, t.name""".formatted(BracketedName.of(database));
    }

    /** The table's name comes in brackets. */
    static String anyRow(String table) {
        return "SELECT TOP (1) 1 FROM " + table;
    }

    /**
     * Page "SERVERPROPERTY": the folder for backups is told from SQL Server 2019 on. SQL Server 2017 on Linux puts backups
     * beside the data; nothing is said where it runs on Windows.
     */
    static String folder() {
        return """
                SELECT COALESCE(CAST(SERVERPROPERTY(N'InstanceDefaultBackupPath') AS nvarchar(4000)),
                    CASE WHEN CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)) LIKE N'/%'
                        THEN CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)) END, N'')""";
    }

    /**
     * A file in the server's folder for backups.
     *
     * @param folder empty where the server does not tell; then the bare name is put into its backup directory, too (page
     *     "Backup devices")
     */
    static String path(String folder, String file) {
        if (folder.isEmpty()) {
            return file;
        }
        String separator = folder.contains("\\") ? "\\" : "/";
        return folder.endsWith(separator) ? folder + file : folder + separator + file;
    }

    /** Page "BACKUP". */
    static String backUp(String database, String file, String name, String description) {
        return SqlServerDatabaseSql.backUp(database, file)
                + ", NAME = %s, DESCRIPTION = %s".formatted(SqlLiteral.of(name), SqlLiteral.of(description));
    }

    /**
     * Page "backupset": who made a backup, and where; a history may speak of other servers, whose backups were restored here.
     * Page "SERVERPROPERTY": what a server is called now; "@@SERVERNAME": what it was called when it was installed.
     */
    private static final String BY_THIS_LOGIN_HERE = """
            s.user_name COLLATE DATABASE_DEFAULT = SUSER_SNAME() COLLATE DATABASE_DEFAULT
            AND s.server_name COLLATE DATABASE_DEFAULT IN (@@SERVERNAME COLLATE DATABASE_DEFAULT,
                CAST(SERVERPROPERTY(N'ServerName') AS nvarchar(128)) COLLATE DATABASE_DEFAULT)""";

    /**
     * Pages "backupset" and "backupmediafamily": where the backups are that this login made here, in full, and their age in
     * minutes by the server's clock.
     */
    static String backups(String name) {
        return """
                SELECT f.physical_device_name, s.database_name, s.description, s.backup_set_uuid,
                    DATEDIFF(MINUTE, s.backup_finish_date, GETDATE()) AS age
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.name = %s AND s.type = 'D'
                    AND %s
                ORDER BY s.backup_set_id DESC""".formatted(SqlLiteral.of(name), BY_THIS_LOGIN_HERE.indent(4).strip());
    }

    /** Page "RESTORE HEADERONLY": a row for each backup that a file holds; BackupSetGUID is the history's backup_set_uuid. */
    static String contents(String path) {
        return "RESTORE HEADERONLY FROM DISK = " + SqlLiteral.of(path);
    }

    /**
     * Page "RESTORE arguments": REPLACE asks for no backup of the log's tail, files go where they were, ENABLE_BROKER keeps
     * the broker's identifier, KEEP_CDC change data capture.
     */
    static String replace(String database, String backup, Set<LostByRestoring> lost) {
        return "RESTORE DATABASE %s FROM DISK = %s WITH REPLACE%s%s"
                .formatted(
                        BracketedName.of(database),
                        SqlLiteral.of(backup),
                        lost.contains(LostByRestoring.BROKER) ? ", ENABLE_BROKER" : "",
                        lost.contains(LostByRestoring.CDC) ? ", KEEP_CDC" : "");
    }

    /** Page "ALTER DATABASE SET options". */
    static List<String> putBack(String database, Collection<LostByRestoring> lost) {
        return lost.stream()
                .sorted()
                .flatMap(option -> option.setting().stream())
                .map(setting -> "ALTER DATABASE " + BracketedName.of(database) + " SET " + setting)
                .toList();
    }

    /** Page "ALTER AUTHORIZATION". */
    static String own(String database, String login) {
        return """
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = %s AND owner_sid <> SUSER_SID(%s))
                    ALTER AUTHORIZATION ON DATABASE::%s TO %s""".formatted(
                SqlLiteral.of(database), SqlLiteral.of(login), BracketedName.of(database), BracketedName.of(login));
    }

    /**
     * SQL Server's own maintenance plans delete their backups with this procedure; it has no page. It looks into the file
     * first, and deletes nothing but backups.
     */
    static String delete(String backup) {
        return "EXEC master.sys.xp_delete_file 0, " + SqlLiteral.of(backup);
    }

    /** Page "sys.all_objects". On Linux the procedure came with a cumulative update. */
    static String canDelete() {
        return "SELECT name FROM master.sys.all_objects WHERE name = N'xp_delete_file'";
    }

    /** It has no page either; the release notes of SQL Server 2017 on Linux name it. */
    static String isThere(String path) {
        return "SELECT 1 FROM sys.dm_os_file_exists(%s) WHERE file_exists = 1".formatted(SqlLiteral.of(path));
    }

    /** Pages "backupset" and "backupmediafamily": all backups of one database, and whether they are ours, of either kind. */
    static String pathsOf(String database) {
        return """
                SELECT f.physical_device_name,
                    CASE WHEN s.name IN (%2$s, %3$s)
                        AND %4$s
                        THEN 1 ELSE 0 END AS is_ours
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.database_name = %1$s
                ORDER BY s.backup_set_id""".formatted(
                        SqlLiteral.of(database),
                        SqlLiteral.of(TEMPLATE),
                        SqlLiteral.of(SNAPSHOT),
                        BY_THIS_LOGIN_HERE.indent(8).strip());
    }

    /** Page "sp_delete_database_backuphistory": it forgets all backups of a database. */
    static String forget(String database) {
        return "EXEC msdb.dbo.sp_delete_database_backuphistory @database_name = " + SqlLiteral.of(database);
    }
}
