package dev.palindrome.production.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.progress.LongStep;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes to SQL Server, and what comes of a refusal. */
class RowSamplingTest {

    private static ScannedColumn column(String name, String type) {
        return new ScannedColumn(
                name,
                type.isEmpty() ? Optional.empty() : Optional.of(DeclaredType.parse(type)),
                type.equals("encrypted"));
    }

    private static ScannedTable table(String name, ScannedColumn... columns) {
        return new ScannedTable(new TableName("dbo", name), "", List.of(columns));
    }

    private static Map<ScannedTable, TableSample> sample(ScriptedServer server, ScannedTable... tables)
            throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                LongStep step = LongStep.begin(VisibleLog.of(RowSamplingTest.class), "test")) {
            return RowSampling.of(List.of(tables), connection, step);
        }
    }

    @Test
    void asksForTheBeginningsOfValues() {
        assertThat(new SqlServerSampleSql()
                        .of(
                                new ScannedTable(new TableName("crm", "odd ]name"), " WITH (SNAPSHOT)", List.of()),
                                List.of(
                                        column("e mail", "NVARCHAR(100)"),
                                        column("old", "NTEXT"),
                                        column("number", "BIGINT"),
                                        column("born", "DATE"),
                                        column("x", "XML"),
                                        column("sum", ""))))
                .isEqualTo("SELECT TOP (1000) SUBSTRING([e mail], 1, 4000), SUBSTRING([old], 1, 4000),"
                        + " CAST([number] AS nvarchar(50)), CONVERT(nvarchar(33), [born], 126),"
                        + " SUBSTRING(CAST([x] AS nvarchar(max)), 1, 4000), SUBSTRING(CAST([sum] AS nvarchar(max)), 1, 4000)"
                        + " FROM [crm].[odd ]]name] WITH (SNAPSHOT)");
    }

    @Test
    void aTableThatMayNotBeReadIsLeftOutAndNamed() throws SQLException {
        ScriptedServer server = new ScriptedServer()
                .refusing(
                        "SELECT TOP (1000) SUBSTRING([a], 1, 4000) FROM [dbo].[closed]",
                        new SQLException("no right, value 'secret'", "S0005", 229));
        ScannedTable closed = table("closed", column("a", "NVARCHAR(10)"));
        ScannedTable open = table("open", column("b", "NVARCHAR(10)"), column("photo", "IMAGE"));

        try (CapturedLog log = new CapturedLog(RowSampling.class)) {
            assertThat(sample(server, closed, open)).containsOnlyKeys(open);
            assertThat(log.lines())
                    .containsExactly(
                            "WARN The rows of dbo.closed could not be read (error 229): its columns are looked at by their names alone."
                                    + " The scan needs the right to SELECT.");
        }
    }

    @Test
    void aComputedColumnThatFailsDoesNotTakeTheOthersWithIt() throws SQLException {
        ScriptedServer server = new ScriptedServer()
                .refusing(
                        "SELECT TOP (1000) SUBSTRING([a], 1, 4000), SUBSTRING(CAST([c]",
                        new SQLException("x", "S1", 8134));
        ScannedTable table = table("t", column("a", "NVARCHAR(10)"), column("c", ""));

        try (CapturedLog log = new CapturedLog(RowSampling.class)) {
            assertThat(sample(server, table)).containsOnlyKeys(table);
            assertThat(log.lines()).isEmpty();
        }
        assertThat(server.orders()).last().isEqualTo("SELECT TOP (1000) SUBSTRING([a], 1, 4000) FROM [dbo].[t]");
    }

    @Test
    void whatHoldsNoTextIsNotAskedFor() throws SQLException {
        ScriptedServer server = new ScriptedServer();

        sample(server, table("t", column("a", "BIT"), column("b", "VARBINARY(MAX)"), column("c", "GEOGRAPHY")));

        assertThat(server.orders()).isEmpty();
    }
}
