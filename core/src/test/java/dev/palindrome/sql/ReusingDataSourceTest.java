package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CountingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReusingDataSourceTest {

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource();
    private final ReusingDataSource connections = new ReusingDataSource(counting.counted(server.reusable()));

    @Test
    void whoComesNextGetsTheConnectionThatWasClosed() throws SQLException {
        say("SELECT 1");
        say("SELECT 2");

        assertThat(server.sessions()).containsExactly(List.of("SELECT 1", "SELECT 2"));
        assertThat(counting).hasToString("1 logins, 2 batches");
    }

    @Test
    void whoComesMeanwhileGetsAnother() throws SQLException {
        try (Connection first = connections.getConnection()) {
            say("SELECT 1");
            SqlRunner.on(first).run("SELECT 2");
        }
        say("SELECT 3");

        assertThat(server.sessions()).containsExactly(List.of("SELECT 2"), List.of("SELECT 1", "SELECT 3"));
    }

    @Test
    void oneThatHasBrokenIsNotUsedAgain() throws SQLException {
        say("SELECT 1");
        server.endSessions();
        say("SELECT 2");

        assertThat(server.sessions()).containsExactly(List.of("SELECT 1"), List.of("SELECT 2"));
    }

    /** The driver does not look whether it is alive. */
    @Test
    void whoEndsEverySessionEndsTheOneThatIsKeptBefore() throws SQLException {
        say("SELECT 1");
        connections.endIdle();
        assertThat(server.openSessions()).isZero();
        say("SELECT 2");

        assertThat(server.sessions()).containsExactly(List.of("SELECT 1"), List.of("SELECT 2"));
    }

    @Test
    void nothingIsKeptOnceItIsClosed() throws SQLException {
        try (Connection last = connections.getConnection()) {
            connections.close();
            SqlRunner.on(last).run("SELECT 1");
        }

        assertThat(server.openSessions()).isZero();
    }

    @Test
    void closingItEndsTheOneThatIsKept() throws SQLException {
        say("SELECT 1");
        assertThat(server.openSessions()).isEqualTo(1);
        connections.close();
        assertThat(server.openSessions()).isZero();
    }

    private void say(String sql) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            SqlRunner.on(connection).run(sql);
        }
    }
}
