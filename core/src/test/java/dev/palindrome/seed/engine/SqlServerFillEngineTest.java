package dev.palindrome.seed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlServerFillEngineTest {

    @Test
    void aTimeOfDayGoesInAsText() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [id] INT NOT NULL IDENTITY (1,1)
                  column [at] TIME(7) NULL
                """).tables().get(0);
        ScriptedServer server = new ScriptedServer();

        try (Connection connection = server.dataSource().getConnection()) {
            new SqlServerFillEngine()
                    .insert(
                            connection,
                            table,
                            Map.of(table.columns().get(1), LocalTime.parse("09:00:00.1234567")),
                            List.of());
        }

        assertThat(server.parameters()).containsExactly(List.of("09:00:00.1234567"));
    }
}
