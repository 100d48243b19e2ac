package dev.palindrome.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.filler.ParentKeys;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomains;
import dev.palindrome.sql.ScriptedServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL Server is sent when rows are put in, and when values are put into rows. */
class SqlServerRowsTest {

    private static final LocalTime LAST = LocalTime.parse("23:59:59.9999999");

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void timesOfDayGoInAsText() throws SQLException {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [at] TIME(7) NULL
                  column [n] INT NULL
                """);
        GeneratedRow last = new GeneratedRow(0);
        last.put("at", Value.of(LAST));
        last.put("n", Value.of(BigDecimal.ONE));
        GeneratedRow none = new GeneratedRow(1);
        none.put("at", Value.NULL);
        none.put("n", Value.NULL);

        try (Connection connection = server.dataSource().getConnection()) {
            new RowInsert(table, List.of("at", "n")).put(connection, List.of(last, none));
        }

        assertThat(server.orders())
                .containsExactly("SET ROWCOUNT 0; INSERT INTO [dbo].[t] ([at], [n]) VALUES (?, ?), (?, ?)");
        assertThat(server.parameters())
                .containsExactly(List.of("23:59:59.9999999", 1, "NULL of NVARCHAR", "NULL of INTEGER"));
    }

    @Test
    void rowsOfTablesThatNeedEachOtherPointToEachOtherInTheEnd() throws SQLException {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [id] INT NOT NULL
                  column [p id] INT NOT NULL
                  primary key [pk] ([id] ASC)
                  foreign key [fk] ([p id]) REFERENCES [dbo].[p]([id])
                """);
        StandIn standIn =
                StandIn.of(table, table.table().foreignKeys().get(0), 2).orElseThrow();

        try (Connection connection = server.dataSource().getConnection()) {
            standIn.pointTo(List.of(List.of(BigDecimal.TEN)), connection);
        }

        assertThat(server.orders())
                .containsExactly(
                        "UPDATE [dbo].[t] SET [p id] = CASE WHEN [p id] = ? THEN ? WHEN [p id] = ? THEN ? ELSE [p id] END");
        assertThat(server.parameters()).containsExactly(List.of(1, 10, 2, 10));
    }

    @Test
    void rowsAreFoundByTheirTimeOfDay() throws SQLException {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [at] TIME(7) NOT NULL
                  column [until] TIME(7) NULL
                  primary key [pk] ([at] ASC)
                """);

        write(table, List.of(LocalTime.of(9, 0)), "until", LAST);

        assertThat(server.orders()).containsExactly("UPDATE [dbo].[t] SET [until] = ? WHERE [at] = ?");
        assertThat(server.parameters()).containsExactly(List.of("23:59:59.9999999", "09:00:00.0000000"));
    }

    @Test
    void rowsAreFoundByTheirDatetime() throws SQLException {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [on] [dbo].[moment] NOT NULL
                  column [n] INT NOT NULL
                  column [name] NVARCHAR(20) NULL
                  primary key [pk] ([on] ASC, [n] ASC)
                alias type [dbo].[moment] DATETIME
                """);
        LocalDateTime on = LocalDateTime.parse("2020-01-02T03:04:05.003");

        write(table, List.of(on, BigDecimal.TEN), "name", "x");

        assertThat(server.orders())
                .containsExactly("UPDATE [dbo].[t] SET [name] = ? WHERE [on] = CAST(? AS DATETIME) AND [n] = ?");
        assertThat(server.parameters()).containsExactly(List.of("x", on, 10));
    }

    /** Where a page splits, rows have another address. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anUpdateThatFindsNoRowOrSeveralIsAnError(int rows) {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [name] NVARCHAR(20) NULL
                """);
        server.counting("UPDATE [dbo].[t] SET [name] = ? WHERE %%physloc%% = ?", rows);

        assertThatThrownBy(() -> write(table, List.of("address"), "name", "x"))
                .isInstanceOf(RowNotFoundException.class)
                .hasMessage("An update of one row has changed " + rows);
    }

    @Test
    void whatIsNotCountedIsNoError() throws SQLException {
        TableColumns table = table("""
                palindrome schema 1
                table [dbo].[t]
                  column [name] NVARCHAR(20) NULL
                """);
        server.counting("UPDATE", Statement.SUCCESS_NO_INFO);

        write(table, List.of("address"), "name", "x");

        assertThat(server.parameters()).containsExactly(List.of("x", "address"));
    }

    /** Error 41368 else; an INSERT is not refused. */
    @Test
    void memoryOptimisedTablesAreReadAndChangedUnderSnapshot() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [id] INT NOT NULL
                  column [parent] INT NULL
                  foreign key [fk] ([parent]) REFERENCES "[dbo].[t]([id])"
                  primary key [pk] ([id] ASC)
                """);
        Table table = schema.tables().get(0);
        TableColumns columns = TableColumns.of(table, new ValueDomains(schema));
        try (Connection connection = server.dataSource().getConnection()) {
            new TableState(connection, schema).isEmpty(table);
            ExistingRows.of(columns, List.of("id")).forEach(connection, row -> {});
            new FoundRows(columns, RowKey.of(connection, columns)).read(connection, List.of("parent"));
            ParentKeys.many(connection).of(table, table.foreignKeys().get(0), List.of(columns.domain("id")));
            new RowInsert(columns, List.of()).put(connection, List.of(new GeneratedRow(0)));
        }
        write(columns, List.of(BigDecimal.ONE), "parent", BigDecimal.ONE);

        assertThat(server.orders())
                .containsExactly(
                        "SELECT TOP (1) 1 FROM [dbo].[t] WITH (SNAPSHOT)",
                        "SELECT [id], [parent] FROM [dbo].[t] WITH (SNAPSHOT)",
                        "SELECT TOP (100) [id], [parent] FROM [dbo].[t] WITH (SNAPSHOT) ORDER BY [id]",
                        "SELECT [id] FROM [dbo].[t] WITH (SNAPSHOT) ORDER BY [id]",
                        "INSERT INTO [dbo].[t] DEFAULT VALUES",
                        "UPDATE [dbo].[t] WITH (SNAPSHOT) SET [parent] = ? WHERE [id] = ?");
    }

    private void write(TableColumns table, List<Object> key, String column, Object value) throws SQLException {
        GeneratedRow row = new GeneratedRow(0);
        row.put(column, Value.of(value));
        try (Connection connection = server.dataSource().getConnection()) {
            new FoundRows(table, RowKey.of(connection, table))
                    .write(connection, List.of(new FoundRows.Change(new FoundRow(row, key), List.of(column))));
        }
    }

    private static TableColumns table(String snapshot) {
        SchemaSnapshot schema = SchemaSnapshot.parse(snapshot);
        return TableColumns.of(schema.tables().get(0), new ValueDomains(schema));
    }
}
