package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlServerReplacementTest {

    private static final String ASYNC = "SELECT name FROM sys.databases WHERE is_auto_update_stats_async_on = 1";
    private static final String STATE = "SELECT CONCAT(state_desc, ', ', user_access_desc) FROM sys.databases";
    private static final List<String> ASK = List.of(ASYNC + " AND name = N'palindrome_x'");
    private static final List<String> RESTORE = List.of(
            SqlServerDatabaseSql.endSessions("palindrome_x"),
            "USE [palindrome_x]",
            "ALTER DATABASE [palindrome_x] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
            "USE [master]; RESTORE it");
    private static final List<String> LET_IN = List.of("ALTER DATABASE [palindrome_x] SET MULTI_USER");
    private static final List<String> ASK_STATE = List.of(STATE + " WHERE name = N'palindrome_x'");
    private static final SQLException DAMAGED = new SQLException("The media is damaged.", "S0001", 3241);

    private final ScriptedServer server = new ScriptedServer();
    private final SqlServerReplacement replacement = new SqlServerReplacement(server.dataSource(), "palindrome_x");

    /** The place in a single-user database goes to who comes first, so it is not given up in between. */
    @Test
    void oneSessionClosesTheOthersAndRestores() throws SQLException {
        replacement.run("RESTORE it", List.of("own", "trust"));

        assertThat(server.sessions()).containsExactly(ASK, RESTORE, List.of("own"), List.of("trust"), LET_IN);
        assertThat(replacement.times()).isEqualTo(1);
    }

    @Test
    void statisticsAreNotUpdatedMeanwhile() throws SQLException {
        server.answering(ASYNC, ScriptedRow.of("name", "palindrome_x"));

        replacement.run("RESTORE it", List.of());

        assertThat(server.sessions())
                .containsExactly(
                        ASK,
                        List.of("ALTER DATABASE [palindrome_x] SET AUTO_UPDATE_STATISTICS_ASYNC OFF"),
                        RESTORE,
                        LET_IN);
    }

    /** What is restored brings its own value; what is not keeps the one it had. */
    @Test
    void afterAFailureStatisticsAreUpdatedAsBefore() {
        server.answering(ASYNC, ScriptedRow.of("name", "palindrome_x")).refusing("USE [master]", DAMAGED);

        catchThrowable(() -> replacement.run("RESTORE it", List.of("own")));

        assertThat(server.sessions())
                .containsExactly(
                        ASK,
                        List.of("ALTER DATABASE [palindrome_x] SET AUTO_UPDATE_STATISTICS_ASYNC OFF"),
                        RESTORE,
                        LET_IN,
                        List.of("ALTER DATABASE [palindrome_x] SET AUTO_UPDATE_STATISTICS_ASYNC ON"),
                        ASK_STATE);
    }

    @Test
    void whatCannotBeAlteredIsRestoredAllTheSame() throws SQLException {
        server.answering(ASYNC, ScriptedRow.of("name", "palindrome_x"))
                .refusing("ALTER DATABASE [palindrome_x] SET AUTO", new SQLException("not now", "S0001", 5064));

        replacement.run("RESTORE it", List.of("own"));

        assertThat(server.sessions())
                .containsExactly(
                        ASK,
                        List.of("ALTER DATABASE [palindrome_x] SET AUTO_UPDATE_STATISTICS_ASYNC OFF"),
                        RESTORE,
                        List.of("own"),
                        LET_IN);
    }

    @Test
    void whereSomebodyWasQuickerAllOfItIsTriedAgain() throws SQLException {
        server.refusing("USE [master]", new SQLException("in use", "S0001", 3101));

        replacement.run("RESTORE it", List.of("own"));

        assertThat(server.sessions()).containsExactly(ASK, RESTORE, LET_IN, ASK, RESTORE, List.of("own"), LET_IN);
    }

    /** Error 5064, when a pool was quicker: what holds the place is thrown out of it. */
    @Test
    void everybodyIsLetInAgainThoughAPoolHoldsTheOnePlace() throws SQLException {
        server.refusing(LET_IN.get(0), new SQLException("a user is currently connected to it", "S0001", 5064));

        replacement.run("RESTORE it", List.of());

        assertThat(server.sessions()).containsExactly(ASK, RESTORE, LET_IN, List.of(RESTORE.get(0)), LET_IN);
    }

    @Test
    void whatIsHalfRestoredIsNotEntered() throws SQLException {
        server.refusing("USE [palindrome_x]", new SQLException("in the middle of a restore", "S0001", 927));

        replacement.run("RESTORE it", List.of());

        assertThat(server.sessions())
                .containsExactly(ASK, List.of(RESTORE.get(0), RESTORE.get(1), RESTORE.get(3)), LET_IN);
    }

    @Test
    void theFirstFailureIsToldWithTheStateThatIsLeft() {
        SQLException notAllowed = new SQLException("not while it is restoring");
        server.refusing("USE [master]", DAMAGED)
                .refusing("ALTER DATABASE [palindrome_x] SET MULTI_USER", notAllowed)
                .answering(STATE, ScriptedRow.of("state", "RESTORING, SINGLE_USER"));

        Throwable thrown = catchThrowable(() -> replacement.run("RESTORE it", List.of("own")));

        assertThat(thrown)
                .isInstanceOf(SQLException.class)
                .hasMessage("The media is damaged. The database is left RESTORING, SINGLE_USER:"
                        + " reset it again, or close it, which drops it, and make another.")
                .hasCause(DAMAGED);
        assertThat(DAMAGED.getSuppressed()).containsExactly(notAllowed);
        assertThat(server.sessions()).containsExactly(ASK, RESTORE, LET_IN, ASK_STATE);
        assertThat(replacement.times()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatCanBeUsedIsCalledSo() {
        server.refusing("USE [master]", new SQLException("Not found.", "S0001", 3201))
                .answering(STATE, ScriptedRow.of("state", "ONLINE, MULTI_USER"));

        assertThat(catchThrowable(() -> replacement.run("RESTORE it", List.of())))
                .hasMessage("Not found. The database is left ONLINE, MULTI_USER: it can be used, and reset again.");
    }

    @Test
    void aStateThatCannotBeFoundOutIsCalledSo() {
        server.refusing("USE [master]", new SQLException("Not found.", "S0001", 3201))
                .refusing(STATE, new SQLException("The server is gone."));

        assertThat(catchThrowable(() -> replacement.run("RESTORE it", List.of())))
                .hasMessage("Not found. In what state the database is left could not be found out:"
                        + " close it, which drops it, and make another.");
    }
}
