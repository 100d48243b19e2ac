package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupStartAdviceTest {

    private static final String NO_MORE = "See the server's log where this does not say enough.";

    private final BackupStartAdvice advice = new BackupStartAdvice("/backup/prod 2(1).bak", "tester");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3143|The server does not take the file for a backup",
                "3208|The server does not take the file for a backup",
                "3239|The server does not take the file for a backup",
                "3241|The server does not take the file for a backup",
                "3242|The server does not take the file for a backup",
                "3243|The server does not take the file for a backup",
                "3254|The server does not take the file for a backup",
                "3255|The server does not take the file for a backup",
                "3132|The backup is striped: it lies in several files",
                "3227|The backup is striped: it lies in several files",
                "3231|The backup is striped: it lies in several files",
                "3247|The backup is striped: it lies in several files",
                "3249|The backup is striped: it lies in several files",
                "3258|The backup is striped: it lies in several files",
                "948|The backup was made by a newer SQL Server than this one",
                "3168|The backup was made by a newer SQL Server than this one",
                "3169|The backup was made by a newer SQL Server than this one",
                "33111|The backup, or the database in it, is encrypted, and the server lacks the certificate.",
                "3279|Palindrome gives RESTORE no password: back up the database without one.",
                "112|Give the server more room",
                "1105|Give the server more room",
                "3257|Give the server more room",
                "5149|Give the server more room",
                "1827|The database is larger than this edition allows; Express takes 10 GB of data.",
                "905|The database uses what this edition does not have.",
                "909|The database uses what this edition does not have.",
                "933|The database uses what this edition does not have.",
                "1844|The database uses what this edition does not have.",
                "262|The login tester needs the permission CREATE ANY DATABASE (server role dbcreator).",
                "3110|The login tester needs the permission CREATE ANY DATABASE (server role dbcreator).",
                "15110|The login tester is a user of the restored database and cannot become its owner.",
                "3113|The backup is damaged or not whole.",
                "3182|The backup is damaged or not whole.",
                "3183|The backup is damaged or not whole.",
                "3189|The backup is damaged or not whole.",
                "3203|The backup is damaged or not whole.",
                "3256|The backup is damaged or not whole.",
                "3234|The files in it are no longer those that RESTORE FILELISTONLY told a moment ago",
                "3176|The files in it are no longer those that RESTORE FILELISTONLY told a moment ago",
                "3117|It is no full backup.",
                "3118|It is no full backup.",
                "3136|It is no full backup.",
                "3101|Somebody is connected to the database that is being restored",
                "3102|Somebody is connected to the database that is being restored",
                "1801|Something of that name is on the server already",
                "3142|Something of that name is on the server already",
                "3154|Something of that name is on the server already",
                "3156|The server has to be able to make files in its folders for data and log",
                "5123|The server has to be able to make files in its folders for data and log",
                "5133|The server has to be able to make files in its folders for data and log",
                "3045|The database has FILESTREAM",
                "5591|The database has FILESTREAM",
                "3415|The backup comes from an older version, and the server cannot bring files up to date that are read-only.",
                "12811|The database is contained, and the server's user options are not those that it asks for.",
                "12830|The database is contained, and the server's user options are not those that it asks for.",
                "12825|The database uses what this edition does not have.",
                "924|Somebody came into the database once it was restored",
                "5061|Somebody came into the database once it was restored",
                "5064|Somebody came into the database once it was restored",
                "5070|Somebody came into the database once it was restored",
                "40510|Azure SQL Database restores no backups from files.",
                "50000|See the server's log where this does not say enough."
            })
    void goesByTheNumber(int number, String beginning) {
        assertThat(advice.on(error(number, "refused"))).startsWith(beginning);
    }

    @Test
    void aContainedDatabaseHasToBeAllowed() {
        assertThat(advice.on(error(12824, "refused")))
                .isEqualTo(
                        "The database is contained: its users have their passwords in it. The server does not allow that. An"
                                + " administrator may: EXEC sp_configure 'contained database authentication', 1; RECONFIGURE; In a"
                                + " container of Palindrome's, run that by the DataSource of another test database before this one"
                                + " starts.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2(The system cannot find the file specified.)|The server sees no such file.",
                "3(The system cannot find the path specified.)|The server sees no such file.",
                "5(Access is denied.)|The account that the server runs as may not read the file.",
                "32(The process cannot access the file because it is being used by another process.)|Another program holds the"
                        + " file open.",
                "53(The network path was not found.)|The server does not reach the share",
                "1326(The user name or password is incorrect.)|The server does not reach the share",
                "1117(The request could not be performed because of an I/O device error.)|The error of the operating system"
                        + " says what is the matter.",
                "none|The error of the operating system says what is the matter."
            })
    void whatCannotBeOpenedGoesByTheErrorOfTheOperatingSystem(String error, String beginning) {
        assertThat(advice.on(cannotOpen(error))).startsWith(beginning);
    }

    @Test
    void aFileThatMayNotBeReadIsTold() {
        assertThat(advice.isAccessDenied(cannotOpen("5(Access is denied.)"))).isTrue();
        assertThat(advice.isAccessDenied(cannotOpen("2(The system cannot find the file specified.)")))
                .isFalse();
        assertThat(advice.isAccessDenied(error(262, "5(no)"))).isFalse();
    }

    @Test
    void whatIsTheMatterComesBeforeTheEndOfTheStatement() {
        SQLException all = error(3013, "RESTORE DATABASE is terminating abnormally.");
        all.setNextException(error(3183, "RESTORE detected an error on page (1:8)."));

        assertThat(advice.on(all)).startsWith("The backup is damaged or not whole.");
        assertThat(advice.on(error(3013, "RESTORE DATABASE is terminating abnormally.")))
                .isEqualTo(NO_MORE);
    }

    @Test
    void aLostConnectionIsNotTheBackupsFault() {
        assertThat(advice.on(new SQLException("gone", "08S01", 3203)))
                .isEqualTo("The connection was lost: see whether the server is still running, and what its log says.");
    }

    private static SQLException cannotOpen(String why) {
        return error(3201, "Cannot open backup device '/backup/prod 2(1).bak'. Operating system error " + why + ".");
    }

    private static SQLException error(int number, String message) {
        return new SQLException(message, "S0001", number);
    }
}
