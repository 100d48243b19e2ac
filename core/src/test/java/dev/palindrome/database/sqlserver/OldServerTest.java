package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldServerTest {

    private final ScriptedServer server = new ScriptedServer();

    private void meet() throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            OldServer.refuse(connection);
        }
    }

    @Test
    void sqlServer2016IsRefusedWhenItIsFirstMet() {
        server.version(13, "13.00.5026")
                .refusing(OldServer.PROBE, new SQLException("'STRING_AGG' is not recognized", "S0010", 195));

        assertThatThrownBy(this::meet)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "This SQL Server is version 13.00.5026, and Palindrome needs SQL Server 2017 (version 14) or newer."
                                + " Name such a one with palindrome.url, or leave that out for a container.");
    }

    @Test
    void aNewerServerIsAskedNothing() throws SQLException {
        server.version(14, "14.00.1000");
        meet();

        assertThat(server.sessions()).containsExactly(List.of());
    }

    /** As Azure SQL Database does. */
    @Test
    void aServerThatOnlySaysThatItIsOldIsTaken() throws SQLException {
        server.version(12, "12.00.2000");
        meet();

        assertThat(server.sessions()).containsExactly(List.of(OldServer.PROBE));
    }
}
