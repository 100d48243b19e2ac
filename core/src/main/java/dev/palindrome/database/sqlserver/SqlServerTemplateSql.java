package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.List;
import java.util.stream.Collectors;

/** What is said to a SQL Server about templates. The page of Microsoft's documentation stands beside each statement. */
final class SqlServerTemplateSql {

    /** Longer than any migrating that somebody would wait for. */
    private static final int LOCK_TIMEOUT_MILLIS = 600_000;

    private SqlServerTemplateSql() {}

    /** Page "RESTORE FILELISTONLY". */
    static String files(String backup) {
        return "RESTORE FILELISTONLY FROM DISK = " + SqlLiteral.of(backup);
    }

    /** Page "RESTORE": every file needs a place of its own. Page "RESTORE arguments": KEEP_CDC. */
    static String restore(String database, String backup, List<SqlServerFile> files, boolean keepCdc) {
        return "RESTORE DATABASE %s FROM DISK = %s WITH %s%s"
                .formatted(
                        BracketedName.of(database),
                        SqlLiteral.of(backup),
                        files.stream()
                                .map(file -> "MOVE %s TO %s"
                                        .formatted(SqlLiteral.of(file.logicalName()), SqlLiteral.of(file.path())))
                                .collect(Collectors.joining(", ")),
                        keepCdc ? ", KEEP_CDC" : "");
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
                    EXEC (@own)""".formatted(SqlLiteral.doubled(BracketedName.of(database)), BracketedName.of(database));
    }

    /** Page "sp_getapplock": a lock belongs to the current database, which is to be master, and goes with the session. */
    static String lock(String content) {
        return """
                SET NOCOUNT ON;
                DECLARE @granted int;
                EXEC @granted = sp_getapplock @Resource = %s, @LockMode = 'Exclusive', @LockOwner = 'Session',
                    @LockTimeout = %d;
                SELECT @granted;""".formatted(SqlLiteral.of(SqlServerBackupSql.TEMPLATE + " " + content), LOCK_TIMEOUT_MILLIS);
    }
}
