package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.SqlLiteral;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatedScriptTest {

    @Test
    void rewritesATable() {
        assertThat(sql("""
                        CREATE TABLE [dbo].[users] (
                            [id] INT IDENTITY(1,1) NOT NULL,
                            [name] NVARCHAR(50) NOT NULL CONSTRAINT [df_name] DEFAULT (N'x'),
                            CONSTRAINT [pk_users] PRIMARY KEY CLUSTERED ([id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY],
                            CONSTRAINT [uq_users] UNIQUE ([name])
                        ) ON [PRIMARY]
                        """))
                .isEqualTo(inTurn(
                                "CALL \"palindrome\".\"require_free\"('dbo', 'users', 'pk_users', 'uq_users')",
                                "CALL \"palindrome\".\"require_free_defaults\"('dbo', 'df_name')",
                                "CREATE TABLE \"dbo\".\"users\" ("
                                        + "\"id\" INTEGER GENERATED ALWAYS AS IDENTITY(START WITH 1 INCREMENT BY 1) NOT NULL"
                                        + " COMMENT 'palindrome 1 type=\"int\"', "
                                        + "\"name\" VARCHAR(50) DEFAULT ('x') NOT NULL COMMENT"
                                        + " 'palindrome 1 type=\"nvarchar(50)\" default=\"(N''x'')\" default-name=\"df_name\"', "
                                        + "CONSTRAINT \"pk_users\" COMMENT 'palindrome 1 clustering=\"clustered\"' PRIMARY KEY (\"id\"), "
                                        + "CONSTRAINT \"uq_users\" UNIQUE NULLS NOT DISTINCT (\"name\"))")
                        + ";");
    }

    /** PERIOD is no reserved word. */
    @ParameterizedTest
    @ValueSource(strings = {"DECIMAL(9,2)", "MONEY", "UNIQUEIDENTIFIER", "INT", "NATIONAL CHARACTER(2)", "[date]"})
    void takesAColumnThatIsCalledPeriod(String type) {
        assertThat(sql("CREATE TABLE t (period " + type + " NULL)")).contains(", 'CREATE TABLE \"t\" (\"period\" ");
    }

    @Test
    void rewritesAnIndex() {
        String create = "CREATE INDEX \"dbo\".\"t.ix\" ON \"dbo\".\"t\" COMMENT 'palindrome 1"
                + " clustering=\"nonclustered\" included=\"[b]\" filter=\"a > 0\" options=\"FILLFACTOR = 80\""
                + " name=\"ix\"' (\"a\" DESC)";
        String ofView = "palindrome 1 included=\"([b])\" filter=\"(a > 0)\" columns=\"([a] DESC)\""
                + " options=\"(FILLFACTOR = 80)\" name=\"ix\"";

        assertThat(sql("CREATE NONCLUSTERED INDEX ix ON dbo.t (a DESC) INCLUDE (b) WHERE a > 0 WITH (FILLFACTOR = 80)"))
                .isEqualTo(inTurn(
                                "CALL \"palindrome\".\"require_index_columns\"('dbo', 't', 'ix', '[b]', 'a > 0')",
                                "CALL \"palindrome\".\"require_indexable\"('dbo', 't', 'a')",
                                "CALL \"palindrome\".\"create_index\"('dbo', 't', 'ix', " + argument(create) + ", "
                                        + argument(ofView) + ")")
                        + ";");
    }

    @Test
    void aUniqueIndexThatLeavesNullsOutLetsThemRepeat() {
        assertThat(sql("CREATE UNIQUE INDEX ix ON t (a) WHERE ([a] IS NOT NULL)"))
                .contains(", ''CREATE UNIQUE NULLS DISTINCT INDEX");
        assertThat(sql("CREATE UNIQUE INDEX ix ON t (a)")).contains(", ''CREATE UNIQUE NULLS NOT DISTINCT INDEX");
    }

    @Test
    void whatExistingRowsGetDependsOnWithValues() {
        assertThat(sql("ALTER TABLE t ADD a INT NULL CONSTRAINT df DEFAULT 5"))
                .contains(argument("CALL \"palindrome\".\"require_free_defaults\"(NULL, 'df')") + ", '', "
                        + argument("ALTER TABLE \"t\" ADD COLUMN \"a\" INTEGER COMMENT"
                                + " 'palindrome 1 type=\"int\" default=\"5\" default-name=\"df\"'")
                        + ", " + argument("ALTER TABLE \"t\" DROP COLUMN \"a\"") + ", "
                        + argument("ALTER TABLE \"t\" ALTER COLUMN \"a\" SET DEFAULT 5"));
        assertThat(sql("ALTER TABLE t ADD a INT NULL CONSTRAINT df DEFAULT 5 WITH VALUES"))
                .contains(argument("ALTER TABLE \"t\" ADD COLUMN \"a\" INTEGER DEFAULT 5 COMMENT"
                        + " 'palindrome 1 type=\"int\" default=\"5\" default-name=\"df\"'"))
                .doesNotContain("SET DEFAULT");
    }

    private static String argument(String statement) {
        return SqlLiteral.h2(statement);
    }

    @Test
    void whatDependsOnTheSchemaIsLeftToProcedures() {
        assertThat(sql("ALTER TABLE dbo.t DROP CONSTRAINT df, COLUMN IF EXISTS a"))
                .isEqualTo(allOrNone(
                                "CALL \"palindrome\".\"require_droppable\"('dbo', 't', 'CONSTRAINT', 'df', 'COLUMN IF EXISTS', 'a')",
                                "",
                                "CALL \"palindrome\".\"drop_constraint\"('dbo', 't', 'df', FALSE)",
                                "",
                                "CALL \"palindrome\".\"drop_column\"('dbo', 't', 'a', TRUE)",
                                "")
                        + ";");
        assertThat(sql("EXEC sp_rename @objname = N'dbo.t.a', @newname = 'b', @objtype = 'COLUMN'"))
                .isEqualTo("CALL \"palindrome\".\"rename\"('dbo.t.a', 'b', 'COLUMN');");
        assertThat(sql("ALTER TABLE t ALTER COLUMN a NVARCHAR(MAX)"))
                .isEqualTo(
                        "CALL \"palindrome\".\"alter_column\"(NULL, 't', 'a', 'VARCHAR(1000000000)', 'nvarchar(max)',"
                                + " NULL, FALSE, TRUE);");
    }

    @Test
    void literalSqlIsRewrittenToo() {
        assertThat(sql("EXEC(N'UPDATE t SET a = NULL\nWHERE b = ''x''')"))
                .isEqualTo("UPDATE \"t\" SET \"a\" = NULL WHERE \"b\" = 'x';");
    }

    @Test
    void queriesKeepTheirLines() {
        assertThat(sql("UPDATE t -- all\nSET a = NULL,\n  b = NULL\nWHERE [order] = N'x\ny'"))
                .isEqualTo("UPDATE \"t\"\nSET \"a\" = NULL,\n\"b\" = NULL\n" + "WHERE \"order\" = 'x\ny';");
    }

    @Test
    void everyStatementStaysOnItsLine() {
        String script = """
                -- head
                GO
                CREATE TABLE t1 (
                    a INT,
                    b NVARCHAR(10) DEFAULT N'x
                y'
                ) CREATE TABLE t2 (a INT)
                GO

                /* a comment
                */ INSERT INTO t3 (a)
                SELECT a
                FROM b
                PRINT 'x' UPDATE t4 SET a = 1;
                ALTER TABLE t5
                  ADD a INT, b INT
                IF OBJECT_ID('t6') IS NULL
                BEGIN
                  CREATE TABLE t6 (a INT)
                END
                INSERT INTO t7 (a) VALUES (1)
                GO 3
                CREATE VIEW t8 AS
                SELECT 1 AS a
                GO
                DROP TABLE t9""";
        TranslatedScript rewritten = TranslatedScript.rewrite("V1.sql", script, GoCount.REPEATS);
        String[] lines = rewritten.sql().split("\n", -1);

        List<TsqlStatement> named = rewritten.statements().stream()
                .filter(statement -> statement.text().matches("(?s).*\\bt\\d.*"))
                .toList();
        assertThat(named).hasSize(9).allSatisfy(statement -> {
            String name = statement.text().replaceFirst("(?s).*?\\b(t\\d).*", "$1");
            assertThat(lines[statement.line() - 1]).as(statement.text()).contains(name);
        });
        assertThat(lines.length).isLessThanOrEqualTo(script.split("\n").length);
        assertThat(rewritten.sql().split("INSERT INTO \"t7\"", -1)).hasSize(4);
    }

    @Test
    void whatStandsInABlockStaysOnItsLine() {
        assertThat(sql("BEGIN\n  DELETE FROM a\n\n  DELETE FROM b\nEND"))
                .isEqualTo("\nDELETE FROM \"a\" ;\n\nDELETE FROM \"b\" ;");
    }

    @Test
    void settingsWithoutConsequenceVanish() {
        assertThat(sql("SET NOCOUNT ON SET ANSI_NULLS, QUOTED_IDENTIFIER ON SET XACT_ABORT ON PRINT 'hello'"))
                .isEmpty();
    }

    /** What must hold, and the definition behind it, in one statement. */
    private static String allOrNone(String... steps) {
        return inTurn(steps).replace("\"in_turn\"", "\"all_or_none\"");
    }

    private static String inTurn(String... statements) {
        return "CALL \"palindrome\".\"in_turn\"("
                + Stream.of(statements).map(SqlLiteral::h2).collect(Collectors.joining(", ")) + ")";
    }

    private static String sql(String tsql) {
        return TranslatedScript.rewrite("V1.sql", tsql).sql();
    }
}
