package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerDropTest {

    private static final List<String> SESSION = List.of(
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
        assertThat(server.sessions()).containsExactly(List.of(SESSION.get(0), SESSION.get(2)));
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
