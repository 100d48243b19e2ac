package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerDropTest {

    private static final List<String> SESSION = List.of(
            SqlServerDatabaseSql.endSessions("palindrome_x"),
            "USE [palindrome_x]",
            "ALTER DATABASE [palindrome_x] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
            "USE [master]; DROP DATABASE IF EXISTS [palindrome_x]");

    private final ScriptedServer server = new ScriptedServer();

    /** The place in a single-user database goes to who comes first, so it is not given up in between. */
    @Test
    void oneSessionClosesTheOthersAndDrops() throws SQLException {
        drop();
        assertThat(server.sessions()).containsExactly(SESSION);
    }

    @ParameterizedTest
    @CsvSource({
        "3702, Die Datenbank \"palindrome_x\" kann nicht gelöscht werden.",
        "924, Database 'palindrome_x' is already open and can only have one user at a time.",
        "5061, ALTER DATABASE failed because a lock could not be placed on database 'palindrome_x'.",
        "5064, The database is in single-user mode and a user is currently connected to it.",
        "1205, Transaction was deadlocked on lock resources and has been chosen as the deadlock victim.",
        "0, Cannot drop database \"palindrome_x\" because it is currently in use."
    })
    void whereSomebodyWasQuickerAllOfItIsTriedAgain(int code, String message) throws SQLException {
        server.refusing("USE [master]", new SQLException(message, "S0001", code));
        drop();
        assertThat(server.sessions()).containsExactly(SESSION, SESSION);
    }

    @Test
    void aServerWithoutAlterDatabaseIsAskedToDropAllTheSame() throws SQLException {
        server.refusing("ALTER DATABASE", new SQLException("'ALTER DATABASE' is not supported"));
        drop();
        assertThat(server.sessions()).containsExactly(SESSION);
    }

    @Test
    void aDatabaseThatIsGoneCannotBeEntered() throws SQLException {
        server.refusing("USE [palindrome_x]", new SQLException("does not exist", "S0001", 911));
        drop();
        assertThat(server.sessions()).containsExactly(List.of(SESSION.get(0), SESSION.get(1), SESSION.get(3)));
    }

    /** Azure SQL Database (error 40508): nobody leaves a database there, and each session is in one for good. */
    @Test
    void whereNobodyCanUseAnotherDatabaseItIsDroppedFromHere() throws SQLException {
        server.refusing("USE [palindrome_x]", new SQLException("USE statement is not supported", "S0001", 40508));
        drop();
        assertThat(server.sessions())
                .containsExactly(List.of(SESSION.get(0), SESSION.get(1), "DROP DATABASE IF EXISTS [palindrome_x]"));
    }

    /** A pool that has taken the one place is thrown out of it at the next try, and not waited for. */
    @Test
    void aPoolInTheOnePlaceIsThrownOut() throws SQLException {
        server.refusing("USE [palindrome_x]", new SQLException("can only have one user at a time", "S0001", 924))
                .refusing("USE [master]", new SQLException("in use", "S0001", 3702));
        drop();
        assertThat(server.sessions()).containsExactly(List.of(SESSION.get(0), SESSION.get(1), SESSION.get(3)), SESSION);
    }

    @Test
    void anyOtherRefusalIsToldWithWhatWentBefore() {
        SQLException first = new SQLException("You may not alter it");
        SQLException second = new SQLException("You may not drop it");
        server.refusing("ALTER DATABASE", first).refusing("USE [master]", second);
        assertThatThrownBy(this::drop).isSameAs(second).hasSuppressedException(first);
        assertThat(server.sessions()).containsExactly(SESSION);
    }

    private void drop() throws SQLException {
        new SqlServerDrop(server.dataSource()).drop("palindrome_x");
    }
}
