package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerAdviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "262|The login tester needs the permission CREATE ANY DATABASE.",
                "448|The collation has to be one that the server knows: see sys.fn_helpcollations().",
                "1807|The server's database model was in use all the time: make fewer databases at once.",
                "5149|The server may have no room left on its disk.",
                "5058|An option has to be one that this server and its edition know.",
                "50000|See the server's log where this does not say enough."
            })
    void onMakingItGoesByTheNumber(int number, String advice) {
        assertThat(SqlServerAdvice.onMaking(new SQLException("no", "S0001", number), "tester"))
                .isEqualTo(advice);
    }

    /** Error 1802 comes behind each of these, and 5069 behind whatever is the matter with an option. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5149|1802|The server may have no room left on its disk.",
                "5123|1802|The server has to be able to make files in its folders for data and log: see"
                        + " SERVERPROPERTY('InstanceDefaultDataPath').",
                "1807|1802|The server's database model was in use all the time: make fewer databases at once.",
                "1803|1802|See the server's log where this does not say enough.",
                "33110|5069|An option has to be one that this server and its edition know."
            })
    void onMakingItGoesByAllNumbersTheFirstOfThemFirst(int first, int second, String advice) {
        SQLException failure = new SQLException("no", "S0001", first);
        failure.setNextException(new SQLException("CREATE DATABASE failed", "S0001", second));

        assertThat(SqlServerAdvice.onMaking(failure, "tester")).isEqualTo(advice);
    }

    /** A server that is gone says nothing of permissions. */
    @Test
    void aLostConnectionIsNoMatterOfPermissions() {
        SQLException lost = new SQLException("Connection reset", "08S01", 0);
        assertThat(SqlServerAdvice.onMaking(lost, "tester"))
                .isEqualTo("The connection was lost: see whether the server is still running, and what its log says.");
        assertThat(SqlServerAdvice.onDropping(lost, "DROP it"))
                .isEqualTo("The connection was lost: see whether the server is still running, and what its log says."
                        + " If it is, drop the database by hand: DROP it");
    }

    @ParameterizedTest
    @CsvSource({
        "3702, 'Close what is still connected to it, and drop it by hand: DROP it'",
        "3709, 'Drop its database snapshots first, and then the database: DROP it'",
        "0, Drop it by hand: DROP it"
    })
    void onDroppingItGoesByTheNumber(int number, String advice) {
        assertThat(SqlServerAdvice.onDropping(new SQLException("no", "S0001", number), "DROP it"))
                .isEqualTo(advice);
    }

    /** Azure SQL Database, and its container. */
    @Test
    void whereThereAreNoBackupsTheContainerHasToStay() {
        assertThat(SqlServerAdvice.onKeeping(
                        new SQLException("Statement 'BACKUP DATABASE' is not supported", "S0001", 40510)))
                .isEqualTo("This server makes no backups: let the container stay with palindrome.reuse=true, and the"
                        + " database stays in it.");
        assertThat(SqlServerAdvice.onKeeping(new SQLException("no", "S0001", 3201)))
                .isEqualTo("See the server's log where this does not say enough.");
    }
}
