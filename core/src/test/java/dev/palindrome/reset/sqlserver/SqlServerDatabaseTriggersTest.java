package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerDatabaseTriggersTest {

    private static final String TRIGGERS = SqlServerQueries.DATABASE_TRIGGERS.sql();

    @Test
    void whatWasOffBeforeATestTurnedItOnStaysOff() throws SQLException {
        ScriptedServer server = new ScriptedServer()
                .answering(TRIGGERS, trigger("audit", 0), trigger("turned on", 0))
                .answering(TRIGGERS, trigger("audit", 1), trigger("turned on", 1));

        SqlServerConnection connection = ScriptedTables.connect(server);
        new SqlServerDatabaseTriggers(connection).silence(Set.of("[turned on]"), () -> connection.run("work"));

        assertThat(server.orders())
                .endsWith(
                        "DISABLE TRIGGER [audit], [turned on] ON DATABASE",
                        "work",
                        "ENABLE TRIGGER [audit] ON DATABASE");
    }

    private static ScriptedRow trigger(String name, int isDisabled) {
        return ScriptedRow.of("trigger_name", name, "is_disabled", isDisabled);
    }
}
