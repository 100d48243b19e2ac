package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.reset.sqlserver.ScriptedTables;
import dev.palindrome.reset.sqlserver.SqlServerBaseline;
import dev.palindrome.reset.sqlserver.SqlServerQueries;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that a reset tells a server to do, in order, where rows are in a database beside. */
class SqlServerResetOrdersTest {

    private static final String COPY = "[palindrome_rows_1].[dbo].";

    private final ScriptedServer server = new ScriptedServer();

    @BeforeEach
    void answerQuestions() {
        server.answering(
                        SqlServerQueries.TABLES.sql(),
                        ScriptedTables.table(1, "users"),
                        ScriptedTables.table(2, "todos"),
                        ScriptedTables.table(3, "notes"))
                .answering(
                        SqlServerQueries.COLUMNS.sql(),
                        ScriptedTables.column(1, "id", true),
                        ScriptedTables.column(1, "name", false),
                        ScriptedTables.column(2, "user_id", false),
                        ScriptedTables.column(3, "text", false))
                .answering(
                        SqlServerQueries.FOREIGN_KEYS.sql(),
                        ScriptedRow.of(
                                "parent_object_id",
                                2,
                                "referenced_object_id",
                                1,
                                "constraint_name",
                                "fk_todos_users",
                                "not_trusted",
                                0))
                .answering(
                        SqlServerQueries.TRIGGERS.sql(), ScriptedRow.of("parent_id", 1, "trigger_name", "users_fire"))
                .answering(SqlServerQueries.HINTS_PROBE.sql(), ScriptedRow.of("counted", 1));
    }

    @Test
    void aSnapshotCopiesRows() throws SQLException {
        server.answeringSchema(schema());

        baseline().close();

        assertThat(server.orders())
                .containsExactly(
                        "SET XACT_ABORT ON;\nSET LOCK_TIMEOUT 5000",
                        "SET XACT_ABORT ON;\nSET LOCK_TIMEOUT 5000",
                        "CREATE TABLE [dbo].[t0] ([id] INT NULL, [name] NVARCHAR(50) NULL)",
                        "CREATE TABLE [dbo].[t1] ([user_id] INT NULL)",
                        "CREATE TABLE [dbo].[t2] ([text] NVARCHAR(50) NULL)",
                        "INSERT INTO " + COPY + "[t0] ([id], [name]) SELECT [id], [name] FROM [dbo].[users]",
                        "INSERT INTO " + COPY + "[t1] ([user_id]) SELECT [user_id] FROM [dbo].[todos]",
                        "INSERT INTO " + COPY + "[t2] ([text]) SELECT [text] FROM [dbo].[notes]");
    }

    /** Azure SQL Database (error 40515). */
    @Test
    void whereNoOtherDatabaseCanBeNamedRowsAreCopiedIntoTemporaryTables() throws SQLException {
        server.answeringSchema(schema()).refusing("INSERT INTO [palindrome_rows_1]", 40515);

        baseline().close();

        List<String> orders = server.orders();
        assertThat(orders.subList(6, orders.size()).stream()
                        .map(sql -> sql.replaceAll("##palindrome_[0-9a-f]{32}_", "##"))
                        .toList())
                .containsExactly(
                        "SET XACT_ABORT ON;\nSET LOCK_TIMEOUT 5000",
                        "CREATE TABLE [##0] ([id] INT NULL, [name] NVARCHAR(50) COLLATE DATABASE_DEFAULT NULL)",
                        "INSERT INTO [##0] ([id], [name]) SELECT [id], [name] FROM [dbo].[users]",
                        "CREATE TABLE [##1] ([user_id] INT NULL)",
                        "INSERT INTO [##1] ([user_id]) SELECT [user_id] FROM [dbo].[todos]",
                        "CREATE TABLE [##2] ([text] NVARCHAR(50) COLLATE DATABASE_DEFAULT NULL)",
                        "INSERT INTO [##2] ([text]) SELECT [text] FROM [dbo].[notes]");
    }

    @Test
    void nothingIsDoneWhereNothingWasWritten() throws SQLException {
        server.answeringSchema(schema()).answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(1, "once"));

        assertThat(restore()).isEqualTo(ResetStrategy.NOTHING);
        assertThat(server.orders()).isEmpty();
    }

    @Test
    void writtenTablesAreEmptiedFilledAndCountedOn() throws SQLException {
        server.answeringSchema(schema());
        usersAndTodosAreWritten(List.of(2, 5, 2));

        assertThat(restore()).isEqualTo(ResetStrategy.TABLES);
        assertThat(server.orders())
                .containsExactly(
                        "BEGIN TRANSACTION",
                        "DISABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "DELETE FROM [dbo].[todos]",
                        "DELETE FROM [dbo].[users]",
                        "SET IDENTITY_INSERT [dbo].[users] ON",
                        "INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM " + COPY + "[t0]",
                        "SET IDENTITY_INSERT [dbo].[users] OFF",
                        "INSERT INTO [dbo].[todos] ([user_id]) SELECT [user_id] FROM " + COPY + "[t1]",
                        "ENABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "COMMIT TRANSACTION",
                        "DBCC CHECKIDENT ('[dbo].[users]', RESEED, 2) WITH NO_INFOMSGS");
    }

    @Test
    void aForeignKeyOfATableThatWasNotWrittenIsOffMeanwhile() throws SQLException {
        server.answeringSchema(schema())
                .answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(1, "once"))
                .answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(1, "twice"));

        assertThat(restore()).isEqualTo(ResetStrategy.TABLES);
        assertThat(server.orders())
                .containsExactly(
                        "BEGIN TRANSACTION",
                        "ALTER TABLE [dbo].[todos] NOCHECK CONSTRAINT [fk_todos_users]",
                        "DISABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "DELETE FROM [dbo].[users]",
                        "SET IDENTITY_INSERT [dbo].[users] ON",
                        "INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM " + COPY + "[t0]",
                        "SET IDENTITY_INSERT [dbo].[users] OFF",
                        "ENABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "ALTER TABLE [dbo].[todos] WITH CHECK CHECK CONSTRAINT [fk_todos_users]",
                        "COMMIT TRANSACTION");
    }

    @Test
    void aTemporalTableAndItsHistoryGoTogether() throws SQLException {
        server.answeringSchema(schema())
                .answering(
                        SqlServerQueries.TEMPORAL.sql(),
                        ScriptedRow.of(
                                "object_id",
                                2,
                                "history_table_id",
                                3,
                                "start_column",
                                "since",
                                "end_column",
                                "till",
                                "start_hidden",
                                1,
                                "end_hidden",
                                0,
                                "retention",
                                "6 MONTH"))
                .answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(3, "once"))
                .answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(3, "twice"));

        assertThat(restore()).isEqualTo(ResetStrategy.TABLES);
        assertThat(server.orders())
                .containsExactly(
                        "BEGIN TRANSACTION",
                        "ALTER TABLE [dbo].[todos] SET (SYSTEM_VERSIONING = OFF)",
                        "ALTER TABLE [dbo].[todos] DROP PERIOD FOR SYSTEM_TIME",
                        "EXEC sp_executesql N'DELETE FROM [dbo].[todos]'",
                        "EXEC sp_executesql N'DELETE FROM [dbo].[notes]'",
                        "EXEC sp_executesql N'INSERT INTO [dbo].[notes] ([text]) SELECT [text] FROM " + COPY + "[t2]'",
                        "EXEC sp_executesql N'INSERT INTO [dbo].[todos] ([user_id]) SELECT [user_id] FROM " + COPY
                                + "[t1]'",
                        "ALTER TABLE [dbo].[todos] ADD PERIOD FOR SYSTEM_TIME ([since], [till])",
                        "ALTER TABLE [dbo].[todos] ALTER COLUMN [since] ADD HIDDEN",
                        "ALTER TABLE [dbo].[todos] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[notes],"
                                + " DATA_CONSISTENCY_CHECK = ON, HISTORY_RETENTION_PERIOD = 6 MONTH))",
                        "COMMIT TRANSACTION");
    }

    @Test
    void aChangedSchemaIsRewrittenAndEveryTableFilled() throws SQLException {
        List<List<ScriptedRow>> changed = schema(ScriptedTables.columnOf("notes", "author", "INT"));
        server.answeringSchema(schema())
                .answeringSchema(changed)
                .answeringSchema(changed)
                .answeringSchema(schema());
        usersAndTodosAreWritten(List.of(2, 2, 5, 2));

        assertThat(restore()).isEqualTo(ResetStrategy.DATABASE);
        assertThat(server.orders())
                .containsExactly(
                        "ALTER TABLE [dbo].[notes] DROP COLUMN [author];\n",
                        "BEGIN TRANSACTION",
                        "DISABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "DELETE FROM [dbo].[todos]",
                        "DELETE FROM [dbo].[notes]",
                        "DELETE FROM [dbo].[users]",
                        "SET IDENTITY_INSERT [dbo].[users] ON",
                        "INSERT INTO [dbo].[users] ([id], [name]) SELECT [id], [name] FROM " + COPY + "[t0]",
                        "SET IDENTITY_INSERT [dbo].[users] OFF",
                        "INSERT INTO [dbo].[notes] ([text]) SELECT [text] FROM " + COPY + "[t2]",
                        "INSERT INTO [dbo].[todos] ([user_id]) SELECT [user_id] FROM " + COPY + "[t1]",
                        "ENABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "COMMIT TRANSACTION",
                        "DBCC CHECKIDENT ('[dbo].[users]', RESEED, 2) WITH NO_INFOMSGS");
    }

    @Test
    void triggersOfTheDatabaseSeeNothingOfIt() throws SQLException {
        List<List<ScriptedRow>> changed = schema(ScriptedTables.columnOf("notes", "author", "INT"));
        server.answeringSchema(schema())
                .answeringSchema(changed)
                .answeringSchema(changed)
                .answeringSchema(schema())
                .answering(SqlServerQueries.DATABASE_TRIGGERS.sql(), trigger("audit", 0), trigger("gone", 0))
                .answering(SqlServerQueries.DATABASE_TRIGGERS.sql(), trigger("audit", 0), trigger("gone", 0))
                .answering(SqlServerQueries.DATABASE_TRIGGERS.sql(), trigger("audit", 1))
                .answering(SqlServerQueries.DATABASE_TRIGGERS.sql(), trigger("audit", 0));

        assertThat(restore()).isEqualTo(ResetStrategy.DATABASE);
        assertThat(server.orders())
                .containsSubsequence(
                        "DISABLE TRIGGER [audit], [gone] ON DATABASE",
                        "ALTER TABLE [dbo].[notes] DROP COLUMN [author];\n",
                        "ENABLE TRIGGER [audit] ON DATABASE",
                        "DISABLE TRIGGER [audit] ON DATABASE",
                        "DISABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "ENABLE TRIGGER [dbo].[users_fire] ON [dbo].[users]",
                        "ENABLE TRIGGER [audit] ON DATABASE",
                        "COMMIT TRANSACTION");
    }

    private static ScriptedRow trigger(String name, int isDisabled) {
        return ScriptedRow.of("trigger_name", name, "is_disabled", isDisabled);
    }

    /** The last identity of users each time that it is asked for. */
    private void usersAndTodosAreWritten(List<Integer> lastIdentities) {
        server.answering(SqlServerQueries.HINTS.sql(), ScriptedTables.hint(1, "once"), ScriptedTables.hint(2, "once"))
                .answering(
                        SqlServerQueries.HINTS.sql(), ScriptedTables.hint(1, "twice"), ScriptedTables.hint(2, "twice"));
        for (Integer last : lastIdentities) {
            server.answering(SqlServerQueries.IDENTITIES.sql(), ScriptedTables.identity(1, last));
        }
    }

    private ResetStrategy restore() throws SQLException {
        try (Baseline baseline = baseline()) {
            server.orders();
            return baseline.restore().strategy();
        }
    }

    private Baseline baseline() throws SQLException {
        return SqlServerBaseline.of(
                database("palindrome_test_1"),
                fake(Databases.class, (databases, method, arguments) -> database("palindrome_rows_1")));
    }

    private Database database(String name) {
        return fake(Database.class, (database, method, arguments) -> switch (method.getName()) {
            case "name", "toString" -> name;
            case "engine" -> EngineKind.SQL_SERVER;
            case "username" -> "tester";
            case "dataSource" -> server.dataSource();
            case "save" -> Optional.empty();
            case "timesRestored" -> 0;
            default -> null;
        });
    }

    private static List<List<ScriptedRow>> schema(ScriptedRow... more) {
        List<ScriptedRow> columns = new ArrayList<>(List.of(
                ScriptedTables.columnOf("users", "id", "INT"),
                ScriptedTables.columnOf("users", "name", "NVARCHAR(50)"),
                ScriptedTables.columnOf("todos", "user_id", "INT"),
                ScriptedTables.columnOf("notes", "text", "NVARCHAR(50)")));
        columns.addAll(List.of(more));
        return List.of(
                List.of(
                        ScriptedTables.object(1, "users"),
                        ScriptedTables.object(2, "todos"),
                        ScriptedTables.object(3, "notes")),
                List.of(),
                columns);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                SqlServerResetOrdersTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
