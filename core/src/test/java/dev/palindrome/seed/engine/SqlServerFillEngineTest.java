package dev.palindrome.seed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlServerFillEngineTest {

    private static final String INSERT = "SET NOCOUNT ON;\nDECLARE @made";

    @Test
    void aTimeOfDayGoesInAsText() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [id] INT NOT NULL IDENTITY (1,1)
                  column [at] TIME(7) NULL
                """).tables().get(0);
        ScriptedServer server = new ScriptedServer().answering(INSERT, ScriptedRow.of("id", 1));

        try (Connection connection = server.dataSource().getConnection()) {
            new SqlServerFillEngine()
                    .insert(
                            connection,
                            table,
                            Map.of(table.columns().get(1), LocalTime.parse("09:00:00.1234567")),
                            made(table.columns().get(0)));
        }

        assertThat(server.parameters()).containsExactly(List.of("09:00:00.1234567"));
    }

    /** The driver would send it as a text, which no binary column takes (error 257). */
    @Test
    void noValueHasNoType() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [id] INT NOT NULL IDENTITY (1,1)
                  column [photo] VARBINARY(9) NULL
                  column [name] NVARCHAR(9) NULL
                """).tables().get(0);
        Map<Column, @Nullable Object> values = new LinkedHashMap<>();
        values.put(table.columns().get(1), null);
        values.put(table.columns().get(2), "ours");
        ScriptedServer server = new ScriptedServer().answering(INSERT, ScriptedRow.of("id", 1));

        try (Connection connection = server.dataSource().getConnection()) {
            new SqlServerFillEngine()
                    .insert(connection, table, values, made(table.columns().get(0)));
        }

        assertThat(server.parameters()).containsExactly(List.of("ours"));
        assertThat(server.orders()).singleElement().asString().contains("VALUES (NULL, ?);");
    }

    private static List<GeneratedColumn> made(Column id) {
        return List.of(new GeneratedColumn(id, id.type()));
    }
}
