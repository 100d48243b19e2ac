package dev.palindrome.database;

import static dev.palindrome.database.SqlServerDatabaseSql.quoted;
import static dev.palindrome.database.SqlServerDatabaseSql.text;

import dev.palindrome.database.SqlServerTemplateNote.Lost;
import java.util.List;
import java.util.stream.Collectors;

/** What is said to a SQL Server about templates. The page of Microsoft's documentation stands beside each statement. */
final class SqlServerTemplateSql {

    /** The name of the backup set, by which the server's backup history finds it. */
    static final String NAME = "palindrome template";

    /** Longer than any migrating that somebody would wait for. */
    private static final int LOCK_TIMEOUT_MILLIS = 600_000;

    private SqlServerTemplateSql() {}

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
                WHERE d.name = %s AND o.is_on = 1""".formatted(text(database));
    }

    /**
     * Page "BACKUP". A name without a folder is put into the server's backup directory (page "Backup devices").
     */
    static String backUp(String database, String file, SqlServerTemplateNote note) {
        return SqlServerDatabaseSql.backUp(database, file)
                + ", NAME = %s, DESCRIPTION = %s".formatted(text(NAME), text(note.text()));
    }

    /** Pages "backupset" and "backupmediafamily": where a backup is, in full. */
    static String backups() {
        return """
                SELECT f.physical_device_name, s.database_name, s.description
                FROM msdb.dbo.backupset s
                JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id
                WHERE s.name = %s AND s.type = 'D'
                ORDER BY s.backup_set_id DESC""".formatted(text(NAME));
    }

    /** Page "RESTORE FILELISTONLY". */
    static String files(String backup) {
        return "RESTORE FILELISTONLY FROM DISK = " + text(backup);
    }

    /** Page "RESTORE": every file needs a place of its own. Page "RESTORE arguments": KEEP_CDC. */
    static String restore(String database, String backup, List<SqlServerFile> files, boolean keepCdc) {
        return "RESTORE DATABASE %s FROM DISK = %s WITH %s%s"
                .formatted(
                        quoted(database),
                        text(backup),
                        files.stream()
                                .map(file -> "MOVE %s TO %s".formatted(text(file.logicalName()), text(file.path())))
                                .collect(Collectors.joining(", ")),
                        keepCdc ? ", KEEP_CDC" : "");
    }

    /** Page "ALTER DATABASE SET options". A copy on the same server needs a broker identifier of its own. */
    static List<String> putBack(String database, SqlServerTemplateNote note) {
        return note.lost().stream()
                .flatMap(lost -> lost.setting().stream())
                .map(setting -> "ALTER DATABASE " + quoted(database) + " SET " + setting)
                .toList();
    }

    static String restore(String database, String backup, List<SqlServerFile> files, SqlServerTemplateNote note) {
        return restore(database, backup, files, note.lost().contains(Lost.CDC));
    }

    /**
     * Page "ALTER AUTHORIZATION". The copy's dbo is who owned the original: with a server that is used again, that may have
     * been another login.
     */
    static String own(String database) {
        return """
                DECLARE @own nvarchar(max) = N'ALTER AUTHORIZATION ON DATABASE::%1$s TO ' + QUOTENAME(SUSER_SNAME());
                IF EXISTS (SELECT 1 FROM %2$s.sys.database_principals
                           WHERE name = N'dbo' AND (sid IS NULL OR sid <> SUSER_SID()))
                    EXEC (@own);""".formatted(quoted(database).replace("'", "''"), quoted(database));
    }

    /**
     * SQL Server's own maintenance plans delete their backups with this procedure; it has no page. It looks into the file
     * first, and deletes nothing but backups.
     */
    static String delete(String backup) {
        return "EXEC master.sys.xp_delete_file 0, " + text(backup);
    }

    /** Page "sp_delete_database_backuphistory". */
    static String forget(String database) {
        return "EXEC msdb.dbo.sp_delete_database_backuphistory @database_name = " + text(database);
    }

    /** Page "sp_getapplock": a lock belongs to the current database, and goes with the session. */
    static String lock(String content) {
        return """
                SET NOCOUNT ON;
                USE master;
                DECLARE @granted int;
                EXEC @granted = sp_getapplock @Resource = %s, @LockMode = 'Exclusive', @LockOwner = 'Session',
                    @LockTimeout = %d;
                SELECT @granted;""".formatted(text(NAME + " " + content), LOCK_TIMEOUT_MILLIS);
    }
}
