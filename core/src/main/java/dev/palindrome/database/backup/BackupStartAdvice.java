package dev.palindrome.database.backup;

import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerError;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to do where a database cannot begin with a backup, by the numbers of SQL Server's errors, whose texts are in the
 * language of the login (Microsoft: database-engine-events-and-errors), and by those of Windows, which SQL Server tells on
 * Linux, too (Microsoft: system-error-codes).
 *
 * @param path where the server looks for the file
 * @param login who restores
 */
public record BackupStartAdvice(String path, String login) {

    private static final int CANNOT_OPEN = 3201;

    private static final int ACCESS_DENIED = 5;

    private static final String ANEW =
            "Copy the file anew, in binary, and see by RESTORE VERIFYONLY whether the original is"
                    + " whole; otherwise back the database up again.";

    private static final String OTHER_EDITION =
            "Restore it on a Developer or Enterprise edition, which have everything: palindrome.image or palindrome.url.";

    private static final String ROOM =
            "Give the server more room: a restored database takes as much as the original had"
                    + " reserved, which RESTORE FILELISTONLY tells (column Size). Shrink the original's log, or free or enlarge the disk"
                    + " (for a container, Docker's).";

    /** Behind the name of the file, which may hold numbers and brackets itself. */
    private static final Pattern OS_ERROR = Pattern.compile("(\\d{1,5})\\s*\\(");

    /** The next step. */
    public String on(SQLException failure) {
        if (ErrorText.isConnectionLost(failure)) {
            return "The connection was lost: see whether the server is still running, and what its log says.";
        }
        return SqlServerError.all(failure).stream()
                .map(this::one)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("See the server's log where this does not say enough.");
    }

    /** Whether the file is there and the server may not read it. */
    public boolean isAccessDenied(SQLException failure) {
        return SqlServerError.all(failure).stream()
                .anyMatch(error -> error.getErrorCode() == CANNOT_OPEN && operatingSystemError(error) == ACCESS_DENIED);
    }

    private Optional<String> one(SQLException error) {
        return Optional.ofNullable(advice(error));
    }

    private @Nullable String advice(SQLException error) {
        return switch (error.getErrorCode()) {
            case CANNOT_OPEN -> onOpening(operatingSystemError(error));
            case 3143, 3208, 3239, 3241, 3242, 3243, 3254, 3255 ->
                "The server does not take the file for a backup: it is something else, was cut off or changed when it was"
                        + " copied, or a newer SQL Server or another program made it. " + ANEW;
            case 3132, 3227, 3231, 3247, 3249, 3258 ->
                "The backup is striped: it lies in several files, and this is one of them. Back up into a single file:"
                        + " BACKUP DATABASE … TO DISK = N'…' WITH COPY_ONLY, INIT.";
            case 948, 3168, 3169 ->
                "The backup was made by a newer SQL Server than this one, and goes only to one as new or newer: choose it with"
                        + " palindrome.image or palindrome.url.";
            case 33111 ->
                "The backup, or the database in it, is encrypted, and the server lacks the certificate. Restore that in master"
                        + " first (CREATE CERTIFICATE … FROM FILE … WITH PRIVATE KEY), on a server that palindrome.url names; or"
                        + " back up a copy of the database that is not encrypted.";
            case 3279 -> "Palindrome gives RESTORE no password: back up the database without one.";
            case 112, 1101, 1105, 3140, 3257, 5149, 9002 -> ROOM;
            case 1827 ->
                "The database is larger than this edition allows; Express takes 10 GB of data. " + OTHER_EDITION;
            case 905, 909, 933, 1844, 12825 -> "The database uses what this edition does not have. " + OTHER_EDITION;
            case 262, 3110 ->
                "The login %s needs the permission CREATE ANY DATABASE (server role dbcreator).".formatted(login);
            case 15110 ->
                ("The login %s is a user of the restored database and cannot become its owner. Set palindrome.username to a"
                                + " login that is not, such as a sysadmin.")
                        .formatted(login);
            case 3113, 3182, 3183, 3186, 3189, 3203, 3256, 3266, 3283, 3287 ->
                "The backup is damaged or not whole. " + ANEW;
            case 3234, 3144, 3174, 3176 ->
                "The files in it are no longer those that RESTORE FILELISTONLY told a moment ago: somebody has written over the"
                        + " backup. Let it be written to its end, and start anew.";
            case 3117, 3118, 3136, 3178 -> "It is no full backup. Take one: BACKUP DATABASE … WITH COPY_ONLY.";
            case 3101, 3102 ->
                "Somebody is connected to the database that is being restored, which nobody else knows of yet: see by"
                        + " sys.dm_exec_sessions who connects to every new database, such as a monitor.";
            case 1801, 3141, 3142, 3154, 3159 ->
                "Something of that name is on the server already, and Palindrome replaces nothing. Start anew: each database"
                        + " has another name.";
            case 3156, 3634, 5105, 5123, 5133, 5170 ->
                "The server has to be able to make files in its folders for data and log: see"
                        + " SERVERPROPERTY('InstanceDefaultDataPath') and SERVERPROPERTY('InstanceDefaultLogPath').";
            case 3045, 5591, 5592 ->
                "The database has FILESTREAM, which SQL Server on Linux and in containers does not have. Restore it on"
                        + " Windows, with FILESTREAM on (sp_configure 'filestream access level'), through palindrome.url.";
            case 12824 ->
                "The database is contained: its users have their passwords in it. The server does not allow that. An"
                        + " administrator may: EXEC sp_configure 'contained database authentication', 1; RECONFIGURE; In a"
                        + " container of Palindrome's, run that by the DataSource of another test database before this one starts.";
            case 12811, 12830 ->
                "The database is contained, and the server's user options are not those that it asks for. An administrator may"
                        + " change that: EXEC sp_configure 'user options', 0; RECONFIGURE;";
            case 924, 5061, 5064, 5070 ->
                "Somebody came into the database once it was restored: see by sys.dm_exec_sessions who connects to every new"
                        + " database, such as a monitor, and start anew.";
            case 3415 ->
                "The backup comes from an older version, and the server cannot bring files up to date that are read-only. Make"
                        + " the database and its filegroups writable, and back it up again.";
            case 40508, 40510, 40515 ->
                "Azure SQL Database restores no backups from files. Use a SQL Server: palindrome.image or palindrome.url.";
            default -> null;
        };
    }

    private String onOpening(int operatingSystemError) {
        return switch (operatingSystemError) {
            case 2, 3, 15 ->
                "The server sees no such file. Name the path as the server sees it: a server in a container sees what is in"
                        + " there (docker cp), and one on another machine its own disks, or a share (server:\\\\nas\\backups\\prod.bak);"
                        + " drives that were mapped for you are not mapped for the server.";
            case ACCESS_DENIED ->
                "The account that the server runs as may not read the file. Let it: on Linux and in containers chmod o+r the"
                        + " file, and o+x the folders above it; on Windows icacls … /grant \"NT SERVICE\\MSSQLSERVER\":R (or the account"
                        + " that sys.dm_server_services names), or put it into the server's own folder for backups.";
            case 32, 33 -> "Another program holds the file open. Wait until it has been written or copied.";
            case 53, 64, 67, 86, 1219, 1326 ->
                "The server does not reach the share, or its account may not. Give that account the right to read there, or"
                        + " copy the file to the server.";
            default -> "The error of the operating system says what is the matter.";
        };
    }

    private int operatingSystemError(SQLException error) {
        String message = String.valueOf(error.getMessage());
        int name = message.lastIndexOf(path);
        Matcher number = OS_ERROR.matcher(message.substring(name < 0 ? 0 : name + path.length()));
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
