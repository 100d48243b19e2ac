package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import microsoft.sql.Vector;
import microsoft.sql.Vector.VectorDimensionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows are put back on SQL Server. */
class RememberedRowsTest {

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void timesOfDayAreWrittenAndFoundAsText() throws SQLException {
        Table table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [at] TIME(7) NOT NULL
                  column [until] TIME(7) NULL
                  primary key [pk] ([at] ASC)
                """);
        LocalTime nine = LocalTime.of(9, 0);
        LocalTime ten = LocalTime.of(10, 0);
        LocalTime last = LocalTime.parse("23:59:59.9999999");
        server.answering("SELECT [at], [until]", ScriptedRow.of("at", nine, "until", last))
                .answering(
                        "SELECT [at], [until]",
                        ScriptedRow.of("at", nine, "until", LocalTime.NOON),
                        ScriptedRow.of("at", ten, "until", null));

        putBack(table, "until");

        assertThat(server.orders())
                .containsExactly(
                        "SELECT [at], [until] FROM [dbo].[t]",
                        "SELECT [at], [until] FROM [dbo].[t]",
                        "UPDATE [dbo].[t] SET [until] = ? WHERE [at] = ?",
                        "DELETE FROM [dbo].[t] WHERE [at] = ?");
        assertThat(server.parameters())
                .containsExactly(List.of("23:59:59.9999999", "09:00:00.0000000"), List.of("10:00:00.0000000"));
    }

    private static final String BY_DATETIME = """
            palindrome schema 1
            table [dbo].[t]
              column [on] DATETIME NOT NULL
              column [name] NVARCHAR(20) NULL
              primary key [pk] ([on] ASC)
            """;

    private static final LocalDateTime ON = LocalDateTime.parse("2020-01-02T03:04:05.003");

    @Test
    void rowsAreFoundByTheirDatetime() throws SQLException {
        server.answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "was"))
                .answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "is"));

        putBack(table(BY_DATETIME), "name");

        assertThat(server.orders())
                .containsExactly(
                        "SELECT [on], [name] FROM [dbo].[t]",
                        "SELECT [on], [name] FROM [dbo].[t]",
                        "UPDATE [dbo].[t] SET [name] = ? WHERE [on] = CAST(? AS DATETIME)");
        assertThat(server.parameters()).containsExactly(List.of("was", ON));
    }

    @Test
    void momentsThatTheZoneSkipsAreWrittenAsTheyWere() throws SQLException {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            LocalDateTime skipped = LocalDateTime.parse("2021-03-28T02:30:00");
            server.answering("SELECT [on], [name]", ScriptedRow.of("on", skipped, "name", "was"))
                    .answering("SELECT [on], [name]", ScriptedRow.of("on", skipped, "name", "is"));

            putBack(table(BY_DATETIME), "name");

            assertThat(server.parameters()).containsExactly(List.of("was", skipped));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anUpdateThatFindsNoRowOrSeveralIsAnError(int rows) {
        server.answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "was"))
                .answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "is"))
                .counting("UPDATE", rows);

        assertThatThrownBy(() -> putBack(table(BY_DATETIME), "name"))
                .hasMessage("Rows of dbo.t could not be put back: a change of one row has changed " + rows);
    }

    @Test
    void aRowThatShouldGoAndStaysIsAnError() {
        server.answering("SELECT [on], [name]")
                .answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "new"))
                .answering("SELECT [on] FROM", ScriptedRow.of("on", ON))
                .counting("DELETE", 0);

        assertThatThrownBy(() -> putBack(table(BY_DATETIME), "name"))
                .hasMessage("Rows of dbo.t could not be put back: a change of one row has changed 0");
    }

    @Test
    void aRowThatHasGoneWithAnotherIsNoError() throws SQLException {
        server.answering("SELECT [on], [name]")
                .answering("SELECT [on], [name]", ScriptedRow.of("on", ON, "name", "new"))
                .counting("DELETE", 0);

        putBack(table(BY_DATETIME), "name");

        assertThat(server.parameters()).containsExactly(List.of(ON));
    }

    @Test
    void vectorsAndBytesAreWrittenOnlyWhereTheyHaveChanged() throws SQLException {
        Table table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [place] HIERARCHYID NOT NULL
                  column [v] VECTOR(2) NULL
                  primary key [pk] ([place] ASC)
                """);
        server.answering(
                        "SELECT [place], [v]",
                        ScriptedRow.of("place", new byte[] {1}, "v", vector(1, 2)),
                        ScriptedRow.of("place", new byte[] {2}, "v", vector(3, 4)))
                .answering(
                        "SELECT [place], [v]",
                        ScriptedRow.of("place", new byte[] {1}, "v", vector(1, 2)),
                        ScriptedRow.of("place", new byte[] {2}, "v", vector(9, 9)));

        putBack(table, "v");

        assertThat(server.orders())
                .containsExactly(
                        "SELECT [place], [v] FROM [dbo].[t]",
                        "SELECT [place], [v] FROM [dbo].[t]",
                        "UPDATE [dbo].[t] SET [v] = ? WHERE [place] = ?");
        assertThat(server.parameters().get(0)).containsExactly("[3.0, 4.0]", new byte[] {2});
    }

    @Test
    void memoryOptimisedTablesAreReadAndChangedUnderSnapshot() throws SQLException {
        Table table = table("""
                palindrome schema 1
                table [dbo].[t] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [id] INT NOT NULL
                  column [name] NVARCHAR(20) NULL
                  primary key [pk] ([id] ASC)
                """);
        server.answering("SELECT [id], [name]", ScriptedRow.of("id", 1, "name", "was"))
                .answering(
                        "SELECT [id], [name]",
                        ScriptedRow.of("id", 1, "name", "is"),
                        ScriptedRow.of("id", 2, "name", "new"));

        putBack(table, "name");

        assertThat(server.orders())
                .containsExactly(
                        "SELECT [id], [name] FROM [dbo].[t] WITH (SNAPSHOT)",
                        "SELECT [id], [name] FROM [dbo].[t] WITH (SNAPSHOT)",
                        "UPDATE [dbo].[t] WITH (SNAPSHOT) SET [name] = ? WHERE [id] = ?",
                        "DELETE FROM [dbo].[t] WITH (SNAPSHOT) WHERE [id] = ?");
    }

    private static Vector vector(float one, float other) {
        return new Vector(2, VectorDimensionType.FLOAT32, new Float[] {one, other});
    }

    private void putBack(Table table, String column) throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            RememberedRows.of(
                            connection,
                            table,
                            table.columns().stream()
                                    .filter(each -> each.name().equals(column))
                                    .toList())
                    .orElseThrow()
                    .putBack(connection);
        }
    }

    private static Table table(String snapshot) {
        return SchemaSnapshot.parse(snapshot).tables().get(0);
    }
}
