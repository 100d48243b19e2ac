package dev.palindrome.reset.sqlserver;

import static dev.palindrome.SqlRecording.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlServerRestoreSqlTest {

    private static final SqlServerTable USERS = table(1, "users", true, "id", "name");
    private static final SqlServerTable TODOS = table(2, "todos", false, "id", "user_id");
    private static final SqlServerTable PRICES = table(3, "prices", false, "id", "since", "till");
    private static final SqlServerTable BEFORE = table(4, "prices_before", false, "id", "since", "till");

    @Test
    void aWrittenTableUnderOneThatWasNotWritten() {
        SqlServerLayout layout = layout(
                List.of(new SqlServerForeignKey(2, 1, "fk", true)),
                Map.of(1, List.of("ck")),
                Map.of(1, List.of("tr]x")),
                List.of());

        assertThat(restore(layout, 1)).isEqualTo("""
                ALTER TABLE [dbo].[todos] NOCHECK CONSTRAINT [fk]
                DISABLE TRIGGER [dbo].[tr]]x] ON [dbo].[users]
                ALTER TABLE [dbo].[users] NOCHECK CONSTRAINT [ck]
                DELETE FROM [dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] ON
                INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM [snap].[dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] OFF
                ALTER TABLE [dbo].[users] WITH NOCHECK CHECK CONSTRAINT [ck]
                ENABLE TRIGGER [dbo].[tr]]x] ON [dbo].[users]
                ALTER TABLE [dbo].[todos] WITH CHECK CHECK CONSTRAINT [fk]""");
    }

    @Test
    void writtenTablesThatReferToEachOtherInOrder() {
        SqlServerLayout layout = layout(
                List.of(new SqlServerForeignKey(2, 1, "fk", true), new SqlServerForeignKey(2, 2, "self", true)),
                Map.of(),
                Map.of(),
                List.of());

        assertThat(restore(layout, 2, 1)).isEqualTo("""
                DELETE FROM [dbo].[todos]
                DELETE FROM [dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] ON
                INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM [snap].[dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] OFF
                INSERT INTO [dbo].[todos] ([id], [user_id]) SELECT [id], [user_id] FROM [snap].[dbo].[todos]""");
    }

    @Test
    void typedXmlIsConverted() {
        assertThat(made(table(5, "papers", false, "id", "xml").insert("[dbo].[papers]", "[snap].[dbo].[papers]")))
                .isEqualTo("INSERT INTO [dbo].[papers] ([id], [xml])"
                        + " SELECT [id], CONVERT(xml, [xml]) FROM [snap].[dbo].[papers]");
    }

    @Test
    void aTableWithItsHistory() {
        SqlServerLayout layout = layout(
                List.of(),
                Map.of(),
                Map.of(),
                List.of(new SqlServerPeriod(3, OptionalInt.of(4), "since", "till", true, false, "6 MONTH")));

        assertThat(restore(layout, 4)).isEqualTo("""
                ALTER TABLE [dbo].[prices] SET (SYSTEM_VERSIONING = OFF)
                ALTER TABLE [dbo].[prices] DROP PERIOD FOR SYSTEM_TIME
                EXEC sp_executesql N'DELETE FROM [dbo].[prices]'
                EXEC sp_executesql N'DELETE FROM [dbo].[prices_before]'
                EXEC sp_executesql N'INSERT INTO [dbo].[prices_before] ([id], [since], [till]) SELECT [id], [since], [till] FROM [snap].[dbo].[prices_before]'
                EXEC sp_executesql N'INSERT INTO [dbo].[prices] ([id], [since], [till]) SELECT [id], [since], [till] FROM [snap].[dbo].[prices]'
                ALTER TABLE [dbo].[prices] ADD PERIOD FOR SYSTEM_TIME ([since], [till])
                ALTER TABLE [dbo].[prices] ALTER COLUMN [since] ADD HIDDEN
                ALTER TABLE [dbo].[prices] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[prices_before], DATA_CONSISTENCY_CHECK = ON, HISTORY_RETENTION_PERIOD = 6 MONTH))""");
    }

    /** Its columns take no values while it has the period. */
    @Test
    void aTableWithAPeriodAndNoHistory() {
        SqlServerLayout layout = layout(
                List.of(),
                Map.of(),
                Map.of(),
                List.of(new SqlServerPeriod(3, OptionalInt.empty(), "since", "till", false, true, "INFINITE")));

        assertThat(restore(layout, 3)).isEqualTo("""
                ALTER TABLE [dbo].[prices] DROP PERIOD FOR SYSTEM_TIME
                EXEC sp_executesql N'DELETE FROM [dbo].[prices]'
                EXEC sp_executesql N'INSERT INTO [dbo].[prices] ([id], [since], [till]) SELECT [id], [since], [till] FROM [snap].[dbo].[prices]'
                ALTER TABLE [dbo].[prices] ADD PERIOD FOR SYSTEM_TIME ([since], [till])
                ALTER TABLE [dbo].[prices] ALTER COLUMN [till] ADD HIDDEN""");
    }

    @Test
    void triggersOfTheDatabaseSeeNothing() {
        SqlServerLayout quiet = layout(List.of(), Map.of(), Map.of(), List.of());
        SqlServerLayout layout = new SqlServerLayout(
                quiet.tables(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(1, List.of("tr")),
                List.of("[safe]]ty]", "[audit]"),
                List.of(),
                List.of());

        assertThat(restore(layout, 1)).isEqualTo("""
                DISABLE TRIGGER [safe]]ty], [audit] ON DATABASE
                DISABLE TRIGGER [dbo].[tr] ON [dbo].[users]
                DELETE FROM [dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] ON
                INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM [snap].[dbo].[users]
                SET IDENTITY_INSERT [dbo].[users] OFF
                ENABLE TRIGGER [dbo].[tr] ON [dbo].[users]
                ENABLE TRIGGER [safe]]ty], [audit] ON DATABASE""");
    }

    private static String restore(SqlServerLayout layout, Integer... tables) {
        return new SqlServerRestoreSql(layout, table -> "[snap]." + table.sqlName())
                .restore(List.of(tables)).stream().map(SqlRecording::made).collect(Collectors.joining("\n"));
    }

    private static SqlServerLayout layout(
            List<SqlServerForeignKey> keys,
            Map<Integer, List<String>> checks,
            Map<Integer, List<String>> triggers,
            List<SqlServerPeriod> periods) {
        Map<Integer, SqlServerTable> tables = new LinkedHashMap<>();
        List.of(USERS, TODOS, PRICES, BEFORE).forEach(table -> tables.put(table.id(), table));
        return new SqlServerLayout(tables, List.of(), keys, checks, triggers, List.of(), periods, List.of());
    }

    private static SqlServerTable table(int id, String name, boolean identity, String... columns) {
        return new SqlServerTable(
                id,
                "dbo",
                name,
                Stream.of(columns)
                        .map(column -> new SqlServerColumn(column, "int", column.equals("xml")))
                        .toList(),
                identity,
                SqlServerTableKind.ORDINARY);
    }
}
