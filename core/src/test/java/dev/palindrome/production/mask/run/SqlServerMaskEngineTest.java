package dev.palindrome.production.mask.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.production.MaskContext;
import dev.palindrome.production.MaskFunction;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.RuleText;
import dev.palindrome.production.mask.value.MaskKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SQL Server is told. */
class SqlServerMaskEngineTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            table [dbo].[orders]
              column [id] INT NOT NULL
              column [user_email] VARCHAR(80) NOT NULL COLLATE Latin1_General_CI_AS
              foreign key [fk_orders] ([user_email]) REFERENCES [dbo].[users]([email])
            table [dbo].[staff] SYSTEM_VERSIONING ([dbo].[staff_before], 6 MONTH) PERIOD FOR SYSTEM_TIME ([a], [b])
              column [id] INT NOT NULL
              column [born] DATE NULL
              column [note] NTEXT NULL
              column [a] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_START)
              column [b] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_END)
              primary key [pk_staff] ([id])
            table [dbo].[users]
              column [id] INT NOT NULL
              column [email] VARCHAR(80) NOT NULL COLLATE Latin1_General_CI_AS
              column [login] NVARCHAR(50) NULL
              unique key [uq_users] ([email])
              trigger [users_log] "CREATE TRIGGER users_log ON users AFTER UPDATE AS RETURN"
            database trigger [watch] "CREATE TRIGGER watch ON DATABASE FOR ALTER_TABLE AS RETURN"
            """);

    private static final ScriptedRow PERIOD = ScriptedRow.of(
            "schema_name", "dbo",
            "table_name", "staff",
            "history_schema", "dbo",
            "history_name", "staff_before",
            "start_column", "a",
            "end_column", "b",
            "start_hidden", 1,
            "end_hidden", 0,
            "retention", "6 MONTH");

    private final ScriptedServer server = new ScriptedServer()
            .answering("IF OBJECT_ID('sys.periods')", PERIOD)
            .answering("SELECT MAX([id])", ScriptedRow.of("id", 2));

    private MaskEngine engine() throws SQLException {
        return MaskEngine.of(server.dataSource().getConnection(), SCHEMA);
    }

    private static List<Target> targets(MaskEngine engine, String rules) throws SQLException {
        return Targets.of(
                MaskPlan.of(RuleText.read("rules", rules), SCHEMA),
                engine.histories(),
                MaskKey.of("a key"),
                new SoughtValues());
    }

    @Test
    void everythingThatWouldHaveASayIsOffAndOnAgainInTheOppositeOrder() throws SQLException {
        MaskEngine engine = engine();
        List<Target> targets = targets(engine, """
                users.email = email
                orders.user_email = email
                staff.born = date of birth
                """);
        server.orders();

        engine.silence(targets);

        assertThat(server.orders())
                .containsExactly(
                        "DISABLE TRIGGER [watch] ON DATABASE",
                        "ALTER TABLE [dbo].[orders] NOCHECK CONSTRAINT [fk_orders]",
                        "ALTER TABLE [dbo].[staff] SET (SYSTEM_VERSIONING = OFF)",
                        "ALTER TABLE [dbo].[staff] DROP PERIOD FOR SYSTEM_TIME",
                        "ALTER TABLE [dbo].[users] DISABLE TRIGGER [users_log]");

        engine.wake(targets);

        assertThat(server.orders())
                .containsExactly(
                        "ALTER TABLE [dbo].[users] ENABLE TRIGGER [users_log]",
                        "ALTER TABLE [dbo].[staff] ADD PERIOD FOR SYSTEM_TIME ([a], [b])",
                        "ALTER TABLE [dbo].[staff] ALTER COLUMN [a] ADD HIDDEN",
                        "ALTER TABLE [dbo].[staff] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[staff_before],"
                                + " DATA_CONSISTENCY_CHECK = ON, HISTORY_RETENTION_PERIOD = 6 MONTH))",
                        "ALTER TABLE [dbo].[orders] WITH CHECK CHECK CONSTRAINT [fk_orders]",
                        "ENABLE TRIGGER [watch] ON DATABASE");
    }

    @Test
    void aMapHasEachValueOnceAndOneUpdateSetsAllColumns() throws SQLException {
        server.answering(
                "SELECT [id], [p], [o]",
                ScriptedRow.of("id", 1, "p", null, "o", "ada@real.example"),
                ScriptedRow.of("id", 2, "p", null, "o", "bob@real.example"));
        MaskEngine engine = engine();
        Target users = targets(engine, """
                        users.email = email
                        users.login = "user{id} {email}"
                        orders.user_email = email
                        """).get(1);
        server.orders();

        engine.originals(
                users, (column, original) -> column.mapping().orElseThrow().learn(original));
        engine.update(users);

        assertThat(server.orders())
                .containsExactly(
                        "CREATE TABLE #palindrome_mask_1 ([id] INT IDENTITY(1,1) NOT NULL PRIMARY KEY, [p] NVARCHAR(1700)"
                                + " COLLATE Latin1_General_BIN2 NULL, [o] VARCHAR(80) COLLATE Latin1_General_CI_AS NOT NULL,"
                                + " [n] VARCHAR(80) COLLATE Latin1_General_CI_AS NULL)",
                        "INSERT INTO #palindrome_mask_1 ([p], [o]) SELECT DISTINCT NULL, [email] FROM [dbo].[users]"
                                + " WITH (TABLOCKX, HOLDLOCK) WHERE [email] IS NOT NULL",
                        "SELECT MAX([id]) FROM #palindrome_mask_1",
                        "SELECT [id], [p], [o] FROM #palindrome_mask_1 WHERE [id] > ? AND [id] <= ? ORDER BY [id]",
                        "SELECT MAX([id]) FROM #palindrome_mask_1",
                        "SELECT [id], [p], [o] FROM #palindrome_mask_1 WHERE [id] > ? AND [id] <= ? ORDER BY [id]",
                        "UPDATE m SET [n] = v.[n] FROM #palindrome_mask_1 AS m JOIN (VALUES (?, ?), (?, ?)) AS v([id], [n])"
                                + " ON v.[id] = m.[id]",
                        "UPDATE t SET [email] = m1.[n], [login] = CASE WHEN t.[login] IS NULL THEN NULL ELSE CONCAT(N'', N'',"
                                + " N'user', t.[id], N' ', CAST(m1.[n] AS NVARCHAR(MAX)) COLLATE DATABASE_DEFAULT) END\n"
                                + "FROM [dbo].[users] AS t\n"
                                + "LEFT JOIN #palindrome_mask_1 AS m1 ON m1.[o] = t.[email]",
                        "DROP TABLE #palindrome_mask_1");
        assertThat(server.parameters().toString()).doesNotContain("real.example");
    }

    /** Old types of large texts are compared as new ones; rows of a history are their table's. */
    @Test
    void datesAreMappedByPersonAndHistoriesLikeTheirTables() throws SQLException {
        MaskEngine engine = engine();
        List<Target> targets = targets(engine, "staff.born = date of birth\nstaff.note = text");
        server.orders();

        engine.update(targets.get(1));

        assertThat(server.orders())
                .contains(
                        "INSERT INTO #palindrome_mask_1 ([p], [o]) SELECT DISTINCT (CONCAT(N'dbo.staff', N'|', [id]) COLLATE"
                                + " Latin1_General_BIN2), [born] FROM [dbo].[staff_before] WITH (TABLOCKX, HOLDLOCK)"
                                + " WHERE [born] IS NOT NULL",
                        "INSERT INTO #palindrome_mask_2 ([p], [o]) SELECT DISTINCT NULL, CAST([note] AS NVARCHAR(MAX))"
                                + " COLLATE DATABASE_DEFAULT FROM [dbo].[staff_before] WITH (TABLOCKX, HOLDLOCK)"
                                + " WHERE [note] IS NOT NULL",
                        "UPDATE t SET [born] = m1.[n], [note] = m2.[n]\n"
                                + "FROM [dbo].[staff_before] AS t\n"
                                + "LEFT JOIN #palindrome_mask_1 AS m1 ON m1.[p] = (CONCAT(N'dbo.staff', N'|', t.[id]) COLLATE"
                                + " Latin1_General_BIN2) AND m1.[o] = t.[born]\n"
                                + "LEFT JOIN #palindrome_mask_2 AS m2 ON m2.[o] = CAST(t.[note] AS NVARCHAR(MAX))"
                                + " COLLATE DATABASE_DEFAULT\n"
                                + "WHERE t.[born] IS NOT NULL OR t.[note] IS NOT NULL");
    }

    /** What CONCAT rounds would make one person of two. A day with hyphens is another one under another DATEFORMAT. */
    @Test
    void keysAreWrittenWholeAndDaysWithoutHyphens() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[people]
                  column [at] DATETIME NOT NULL
                  column [weight] FLOAT NOT NULL
                  column [price] MONEY NOT NULL
                  column [born] DATE NULL
                  column [hired] DATETIME NULL
                  column [left] SMALLDATETIME NULL
                  column [seen] DATETIME2(7) NULL
                  column [name] NVARCHAR(50) NULL
                  primary key [pk_people] ([at], [weight], [price])
                """);
        MaskEngine engine = MaskEngine.of(server.dataSource().getConnection(), schema);
        Target target = Targets.of(
                        MaskPlan.of(RuleText.read("rules", """
                                people.born = date of birth
                                people.hired = constant 2000-01-02
                                people.left = constant 2000-01-02 10:30
                                people.seen = constant 2000-01-02
                                people.name = constant 2000-01-02
                                """), schema),
                        engine.histories(),
                        MaskKey.of("a key"),
                        new SoughtValues())
                .get(0);
        server.orders();

        engine.update(target);

        String key = "(CONCAT(N'dbo.people', N'|', CONVERT(NVARCHAR(40), %1$s[at], 121), N'|',"
                + " CONVERT(NVARCHAR(40), %1$s[weight], 3), N'|', CONVERT(NVARCHAR(40), %1$s[price], 2))"
                + " COLLATE Latin1_General_BIN2)";
        assertThat(server.orders())
                .contains(
                        "INSERT INTO #palindrome_mask_1 ([p], [o]) SELECT DISTINCT " + key.formatted("")
                                + ", [born] FROM [dbo].[people] WITH (TABLOCKX, HOLDLOCK) WHERE [born] IS NOT NULL",
                        "UPDATE t SET [born] = m1.[n],"
                                + " [hired] = CASE WHEN t.[hired] IS NULL THEN NULL ELSE N'20000102' END,"
                                + " [left] = CASE WHEN t.[left] IS NULL THEN NULL ELSE N'20000102 10:30' END,"
                                + " [seen] = CASE WHEN t.[seen] IS NULL THEN NULL ELSE N'2000-01-02' END,"
                                + " [name] = CASE WHEN t.[name] IS NULL THEN NULL ELSE N'2000-01-02' END\n"
                                + "FROM [dbo].[people] AS t\n"
                                + "LEFT JOIN #palindrome_mask_1 AS m1 ON m1.[p] = " + key.formatted("t.")
                                + " AND m1.[o] = t.[born]\n"
                                + "WHERE t.[born] IS NOT NULL OR t.[hired] IS NOT NULL OR t.[left] IS NOT NULL"
                                + " OR t.[seen] IS NOT NULL OR t.[name] IS NOT NULL");
    }

    @Test
    void aTableUnderASecurityPolicyIsNotMasked() throws SQLException {
        server.answering(
                "IF OBJECT_ID('sys.security_predicates')",
                ScriptedRow.of(
                        "schema_name", "dbo", "table_name", "users", "policy_schema", "dbo", "policy_name", "tenants"));
        MaskEngine engine = engine();

        assertThat(engine.obstacles(targets(engine, "users.email = email\norders.user_email = email")))
                .containsExactly("dbo.users is under the security policy dbo.tenants, which may hide rows."
                        + " Switch it off first: ALTER SECURITY POLICY [dbo].[tenants] WITH (STATE = OFF).");
    }

    /** Values of a type that DISTINCT refuses, and DDL that a transaction with tables in memory refuses. */
    @Test
    void whatSqlServerCannotDoIsSaidBefore() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[homes]
                  column [id] INT NOT NULL
                  column [place] GEOGRAPHY NULL
                table [dbo].[staff] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [id] INT NOT NULL
                  column [name] NVARCHAR(50) NULL
                """);
        MaskEngine engine = MaskEngine.of(server.dataSource().getConnection(), schema);
        List<Target> targets = Targets.of(
                MaskPlan.of(
                        RuleText.read("rules", "homes.place = " + Same.class.getName() + "\nstaff.name = full name"),
                        schema),
                engine.histories(),
                MaskKey.of("a key"),
                new SoughtValues());

        assertThat(engine.obstacles(targets))
                .containsExactly(
                        "dbo.homes has columns whose values SQL Server cannot compare: place."
                                + " Give them constant …, null, or keep <reason>.",
                        "dbo.staff is memory-optimised, so that its triggers, foreign keys and history cannot be switched off"
                                + " in a transaction. Take them away before masking, and put them back afterwards.");
    }

    /** Gives back what it gets. */
    static final class Same implements MaskFunction {
        @Override
        public Object mask(Object original, MaskContext context) {
            return original;
        }
    }

    @Test
    void whatNoTypeOfTheMapOrOfAPatternTakesIsCastBefore() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[a ]]b]
                  column [id] INT NOT NULL
                  column [code] NCHAR(3000) NULL
                  column [title] NVARCHAR(50) NULL
                  column [note] NTEXT NULL
                  column [old] NVARCHAR(50) NULL
                  column [scan] IMAGE NULL
                """);
        MaskEngine engine = MaskEngine.of(server.dataSource().getConnection(), schema);
        Target target = Targets.of(
                        MaskPlan.of(RuleText.read("rules", """
                                [a ]]b].code = text
                                [a ]]b].title = "{note}{old}"
                                [a ]]b].old = null
                                [a ]]b].scan = constant 0x00
                                """), schema),
                        engine.histories(),
                        MaskKey.of("a key"),
                        new SoughtValues())
                .get(0);
        server.orders();

        engine.update(target);

        assertThat(server.orders())
                .contains(
                        "CREATE TABLE #palindrome_mask_1 ([id] INT IDENTITY(1,1) NOT NULL PRIMARY KEY, [p] NVARCHAR(1700)"
                                + " COLLATE Latin1_General_BIN2 NULL, [o] NVARCHAR(3000) COLLATE DATABASE_DEFAULT NOT NULL,"
                                + " [n] NVARCHAR(3000) COLLATE DATABASE_DEFAULT NULL)",
                        "UPDATE t SET [code] = m1.[n], [title] = CASE WHEN t.[title] IS NULL THEN NULL ELSE CONCAT(N'', N'',"
                                + " CAST(t.[note] AS NVARCHAR(MAX)) COLLATE DATABASE_DEFAULT,"
                                + " CAST(NULL AS NVARCHAR(MAX)) COLLATE DATABASE_DEFAULT) END, [old] = NULL,"
                                + " [scan] = CASE WHEN t.[scan] IS NULL THEN NULL ELSE"
                                + " CONVERT(VARBINARY(MAX), N'0x00', 1) END\n"
                                + "FROM [dbo].[a ]]b] AS t\n"
                                + "LEFT JOIN #palindrome_mask_1 AS m1 ON m1.[o] = CAST(t.[code] AS NVARCHAR(3000))"
                                + " COLLATE DATABASE_DEFAULT\n"
                                + "WHERE t.[code] IS NOT NULL OR t.[title] IS NOT NULL OR t.[old] IS NOT NULL"
                                + " OR t.[scan] IS NOT NULL");
    }

    /** Documents are the same only if all letters are; what patterns make is put in where the row is known. */
    @Test
    void documentsAreToldApartByHashesAndPatternsArePutIn() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[users]
                  column [id] INT NOT NULL
                  column [login] NVARCHAR(50) NULL
                  column [doc] NVARCHAR(MAX) NOT NULL COLLATE Latin1_General_CI_AS
                  column [json] JSON NULL
                  column [old] TEXT NULL
                  column [born] DATE NULL
                  primary key [pk_users] ([id])
                """);
        server.answering(
                "SELECT [id], [p], [o]",
                ScriptedRow.of("id", 1, "p", null, "o", "{\"email\": \"ada@real.example\"}"),
                ScriptedRow.of("id", 2, "p", null, "o", "{\"email\": null}"));
        MaskEngine engine = MaskEngine.of(server.dataSource().getConnection(), schema);
        Target users = Targets.of(
                        MaskPlan.of(RuleText.read("rules", """
                                users.login = username
                                users.doc $.email = "{login}@example.com"
                                users.json $.born = date of birth
                                users.json $.email = null
                                users.old $.email = null
                                """), schema),
                        engine.histories(),
                        MaskKey.of("a key"),
                        new SoughtValues())
                .get(0);
        String token =
                users.columns().get(1).document().orElseThrow().tokens().get(0).text();
        server.orders();

        engine.update(users);

        String owner = "(CONCAT(N'dbo.users', N'|', %s[id]) COLLATE Latin1_General_BIN2)";
        assertThat(server.orders())
                .contains(
                        "CREATE TABLE #palindrome_mask_2 ([id] INT IDENTITY(1,1) NOT NULL PRIMARY KEY, [p] NVARCHAR(1700)"
                                + " COLLATE Latin1_General_BIN2 NULL, [h] BINARY(32) NOT NULL,"
                                + " [o] NVARCHAR(MAX) COLLATE Latin1_General_BIN2 NOT NULL,"
                                + " [n] NVARCHAR(MAX) COLLATE Latin1_General_BIN2 NULL)",
                        "INSERT INTO #palindrome_mask_2 ([p], [h], [o]) SELECT DISTINCT NULL, HASHBYTES('SHA2_256',"
                                + " CAST([doc] AS NVARCHAR(MAX))), CAST([doc] AS NVARCHAR(MAX)) COLLATE Latin1_General_BIN2"
                                + " FROM [dbo].[users] WITH (TABLOCKX, HOLDLOCK) WHERE [doc] IS NOT NULL",
                        "INSERT INTO #palindrome_mask_3 ([p], [h], [o]) SELECT DISTINCT " + owner.formatted("")
                                + ", HASHBYTES('SHA2_256', CAST([json] AS NVARCHAR(MAX))), CAST([json] AS NVARCHAR(MAX))"
                                + " COLLATE Latin1_General_BIN2 FROM [dbo].[users] WITH (TABLOCKX, HOLDLOCK)"
                                + " WHERE [json] IS NOT NULL",
                        "UPDATE m SET [n] = v.[n] FROM #palindrome_mask_2 AS m JOIN (VALUES (?, ?), (?, ?)) AS v([id], [n])"
                                + " ON v.[id] = m.[id]",
                        "UPDATE t SET [login] = m1.[n], [doc] = REPLACE(CAST(m2.[n] AS NVARCHAR(MAX)) COLLATE"
                                + " Latin1_General_BIN2, N'" + token + "' COLLATE Latin1_General_BIN2,"
                                + " STRING_ESCAPE(CAST(CONCAT(N'', N'', CAST(m1.[n] AS NVARCHAR(MAX)) COLLATE DATABASE_DEFAULT,"
                                + " N'@example.com') AS NVARCHAR(MAX)), N'json') COLLATE Latin1_General_BIN2),"
                                + " [json] = CAST(m3.[n] AS JSON), [old] = CAST(m4.[n] AS VARCHAR(MAX))\n"
                                + "FROM [dbo].[users] AS t\n"
                                + "LEFT JOIN #palindrome_mask_1 AS m1 ON m1.[o] = t.[login]\n"
                                + "LEFT JOIN #palindrome_mask_2 AS m2 ON m2.[h] = HASHBYTES('SHA2_256',"
                                + " CAST(t.[doc] AS NVARCHAR(MAX)))\n"
                                + "LEFT JOIN #palindrome_mask_3 AS m3 ON m3.[p] = " + owner.formatted("t.")
                                + " AND m3.[h] = HASHBYTES('SHA2_256', CAST(t.[json] AS NVARCHAR(MAX)))\n"
                                + "LEFT JOIN #palindrome_mask_4 AS m4 ON m4.[h] = HASHBYTES('SHA2_256',"
                                + " CAST(CAST(t.[old] AS VARCHAR(MAX)) AS NVARCHAR(MAX)))");
        assertThat(server.parameters().toString())
                .contains("{\"email\": \"" + token + "\"}", "{\"email\": null}")
                .doesNotContain("real.example");
    }
}
