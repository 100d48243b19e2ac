package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.CountingDataSource;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerBackupSurveyTest {

    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource(server.dataSource());

    @Test
    void everythingIsAskedAtOnce() throws SQLException {
        server.answering(SqlServerBackupSql.owner("palindrome_x"), ScriptedRow.of("owner", "ann"))
                .answering(
                        SqlServerBackupSql.lostByRestoring("palindrome_x"),
                        ScriptedRow.of("name", "BROKER"),
                        ScriptedRow.of("name", "CDC"))
                .answering(SqlServerBackupSql.folder(), ScriptedRow.of("folder", "/backups"));

        SqlServerBackupSurvey survey = survey();

        assertThat(survey.owner()).isEqualTo(Optional.of("ann"));
        assertThat(survey.lostByRestoring()).isEqualTo(Set.of(LostByRestoring.BROKER, LostByRestoring.CDC));
        assertThat(survey.folder()).isEqualTo("/backups");
        assertThat(counting).hasToString("1 logins, 1 batches");
    }

    @Test
    void whoIsNoAdministratorCouldNotRemoveOne() {
        assertThat(catchThrowable(() -> survey().requireRemovable()))
                .hasMessage("the login is not in the server role sysadmin, and could not remove a backup again");
    }

    @Test
    void aServerWithoutTheProcedureCouldNotRemoveOne() {
        server.answering(SqlServerBackupSql.isAdministrator(), YES);

        assertThat(catchThrowable(() -> survey().requireRemovable()))
                .hasMessage("the server has no xp_delete_file, and a backup could not be removed again");
    }

    @Test
    void aServerThatDoesNotTellWhichFilesAreThereIsNotTrusted() {
        server.answering(SqlServerBackupSql.isAdministrator(), YES)
                .answering(SqlServerBackupSql.canDelete(), YES)
                .refusing(
                        "SELECT 1 FROM sys.dm_os_file_exists",
                        new SQLException("Invalid object name 'sys.dm_os_file_exists'.", "S0002", 208));

        assertThat(catchThrowable(() -> survey().requireRemovable()))
                .hasMessage("Invalid object name 'sys.dm_os_file_exists'.");
    }

    @Test
    void rowsThatNoBackupHoldsAreNamed() throws SQLException {
        server.answering(
                SqlServerBackupSql.tablesThatKeepNoRows("palindrome_x"),
                ScriptedRow.of("name", "[dbo].[cache]"),
                ScriptedRow.of("name", "[dbo].[queue]"));

        survey().requireAllRows(server.dataSource());
        server.answering(SqlServerBackupSql.anyRow("[dbo].[queue]"), YES);

        assertThat(catchThrowable(() -> survey().requireAllRows(server.dataSource())))
                .hasMessage("a backup would not hold the rows of [dbo].[queue], of which only the schema is durable");
    }

    private SqlServerBackupSurvey survey() throws SQLException {
        return SqlServerBackupSurvey.of(counting.counted(), "palindrome_x");
    }
}
