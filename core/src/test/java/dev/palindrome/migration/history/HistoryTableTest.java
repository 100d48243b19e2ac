package dev.palindrome.migration.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class HistoryTableTest {

    /** An undo script that ran before may have said SET QUOTED_IDENTIFIER OFF: then quotes make a literal of a name. */
    @Test
    void namesAreInBrackets() throws SQLException {
        ScriptedServer server = new ScriptedServer();
        HistoryTable table = new HistoryTable("dbo", "flyway_schema_history");
        try (Connection connection = server.dataSource().getConnection()) {
            table.delete(connection, 3);
            table.rebase(connection, 3, "2");
        }
        table.drop(server.dataSource());

        assertThat(server.orders())
                .containsExactly(
                        "DELETE FROM [dbo].[flyway_schema_history] WHERE [installed_rank] = ?",
                        "UPDATE [dbo].[flyway_schema_history] SET [version] = ? WHERE [installed_rank] = ?",
                        "DROP TABLE IF EXISTS [dbo].[flyway_schema_history]");
    }
}
