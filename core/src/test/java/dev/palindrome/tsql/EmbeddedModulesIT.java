package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions, triggers and synonyms in a database that has none: kept as they are written. */
class EmbeddedModulesIT {

    private static final String TABLES = """
            CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL, age INT NULL)
            CREATE TABLE dbo.log (line NVARCHAR(100) NULL)
            GO
            CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users
            GO
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(TABLES);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** Each with what is known but for its text. */
    private List<String> modules() throws SQLException {
        return H2RecordedObjects.of(database.connection(), EnumSet.allOf(Kind.class)).stream()
                .map(module -> module.kind().label() + " " + String.join(".", module.nameParts())
                        + module.recorded()
                                .without(Fact.DEFINITION)
                                .text()
                                .substring(Recorded.nothing().text().length()))
                .sorted()
                .toList();
    }

    @Test
    void functionsAreOfThreeKinds() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.twice (@n INT = 1) RETURNS INT WITH SCHEMABINDING, EXECUTE AS OWNER AS BEGIN RETURN 2 * @n END;
                GO
                CREATE FUNCTION adults () RETURNS TABLE AS RETURN (SELECT id FROM dbo.users WHERE age >= 18)
                GO
                CREATE OR ALTER FUNCTION dbo.pairs (@a NVARCHAR(MAX), @b [sys].[sysname])
                RETURNS @pairs TABLE (a INT PRIMARY KEY, b NVARCHAR(20))
                AS
                BEGIN
                    INSERT @pairs SELECT id, name FROM dbo.users; -- END
                    RETURN
                END
                """);

        assertThat(modules())
                .containsExactly(
                        "function dbo.adults object-type=\"IF\"",
                        "function dbo.pairs object-type=\"TF\"",
                        "function dbo.twice object-type=\"FN\" execute-as=\"OWNER\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(@n INT) RETURNS INT WITH RETURNS NULL ON NULL INPUT, SCHEMABINDING",
                "(@n INT) RETURNS INT WITH SCHEMABINDING, CALLED ON NULL INPUT, EXECUTE AS CALLER, INLINE = ON",
                "(@n DOUBLE PRECISION, @s NATIONAL CHARACTER VARYING(20)) RETURNS DOUBLE PRECISION"
            })
    void takesAllOptionsAndTypes(String head) throws SQLException {
        database.run("CREATE FUNCTION dbo.f " + head + " AS BEGIN RETURN 1 END");

        assertThat(modules()).containsExactly("function dbo.f object-type=\"FN\"");
    }

    @Test
    void triggersBelongToTheirTables() throws SQLException {
        database.run("""
                CREATE TRIGGER tr ON Users AFTER INSERT, UPDATE AS SET NOCOUNT ON; INSERT dbo.log VALUES (N'x')
                GO
                CREATE TRIGGER dbo.instead ON dbo.names INSTEAD OF DELETE NOT FOR REPLICATION AS RETURN
                GO
                DISABLE TRIGGER tr ON dbo.users;
                EXEC sp_settriggerorder N'tr', 'First', 'INSERT';
                GO
                EXEC sp_rename 'dbo.users', 'people';
                """);

        assertThat(modules())
                .containsExactly(
                        "trigger dbo.instead not-for-replication=\"yes\" parent=\"[dbo].[names]\" events=\"INSTEAD OF DELETE\"",
                        "trigger dbo.tr parent=\"[dbo].[people]\" disabled=\"yes\" events=\"AFTER INSERT, UPDATE\""
                                + " firing-order=\"(FIRST INSERT)\"");

        database.run("ALTER TABLE dbo.people ENABLE TRIGGER ALL");
        assertThat(modules().get(1)).doesNotContain("disabled");

        database.run("DROP VIEW dbo.names; DROP TABLE dbo.people");
        assertThat(modules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO dbo.users (id) VALUES (2)",
                "INSERT INTO dbo.users (id) SELECT id FROM dbo.users WHERE id > 5",
                "UPDATE dbo.users SET name = N'x'",
                "MERGE dbo.users AS t USING (SELECT 1 AS id) AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = N'y';"
            })
    void whatATriggerRunsInsteadOfIsRefused(String statement) throws SQLException {
        database.run("INSERT INTO dbo.users (id, name) VALUES (1, N'a')");
        database.run("CREATE TRIGGER tr ON dbo.users INSTEAD OF INSERT, UPDATE AS RETURN");

        assertThatThrownBy(() -> database.run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(
                        "The trigger dbo.tr runs instead of what changes rows of dbo.users, and triggers are"
                                + " kept here, not run. Needs SQL Server: run with palindrome.engine=sqlserver.");
        assertThat(database.rows("SELECT \"id\", \"name\" FROM \"dbo\".\"users\""))
                .containsExactly("1|a");

        database.run("DELETE FROM dbo.users WHERE id = 5;\nDISABLE TRIGGER tr ON dbo.users;\n" + statement);
    }

    @Test
    void aTriggerFollowsItsTableThroughChanges() throws SQLException {
        database.run("CREATE TRIGGER tr ON dbo.users FOR UPDATE AS RETURN");

        database.run("""
                ALTER TABLE dbo.users ADD zip INT NULL CONSTRAINT df DEFAULT 1;
                ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(40) COLLATE Latin1_General_CS_AS NOT NULL;
                EXEC sp_rename 'dbo.tr', 'tr2';
                EXEC sp_rename 'dbo.users.age', 'years', 'COLUMN';
                """);

        assertThat(modules()).containsExactly("trigger dbo.tr2 parent=\"[dbo].[users]\" events=\"AFTER UPDATE\"");
        assertThat(database.rows("SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE FROM INFORMATION_SCHEMA.TRIGGERS"))
                .containsExactly("tr2|users");

        database.run("ALTER TRIGGER dbo.tr2 ON dbo.users AFTER DELETE AS RETURN\nGO\nDROP TRIGGER IF EXISTS tr2, tr3");
        assertThat(modules()).isEmpty();
        assertThat(database.rows("SELECT TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS"))
                .isEmpty();
    }

    @Test
    void triggersOfTheDatabaseStandInNoSchema() throws SQLException {
        database.run("""
                CREATE TRIGGER guard ON DATABASE FOR DROP_TABLE, ALTER_TABLE AS ROLLBACK
                GO
                DISABLE TRIGGER guard ON DATABASE
                """);
        assertThat(modules())
                .containsExactly("database trigger guard disabled=\"yes\" events=\"DROP_TABLE, ALTER_TABLE\"");

        database.run("ENABLE TRIGGER ALL ON DATABASE; DROP TRIGGER guard ON DATABASE;");
        assertThat(modules()).isEmpty();
    }

    @Test
    void synonymsSayWhatTheyStandFor() throws SQLException {
        database.run("CREATE SYNONYM people FOR dbo.users; CREATE SYNONYM dbo.far FOR other..t");

        assertThat(modules())
                .containsExactly(
                        "synonym dbo.far target=\"[other]..[t]\"", "synonym dbo.people target=\"[dbo].[users]\"");

        database.run("DROP SYNONYM IF EXISTS dbo.far; DROP SYNONYM people");
        assertThat(modules()).isEmpty();
    }

    @Test
    void whatIsBoundToOneTableLeavesItsNamesakesAlone() throws SQLException {
        database.run("""
                CREATE SCHEMA sales
                GO
                CREATE TABLE sales.users (id INT NOT NULL, age INT NULL);
                CREATE TABLE sales.names (id INT NULL);
                GO
                CREATE FUNCTION dbo.f () RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN (SELECT MAX(age) FROM dbo.users) END
                GO
                CREATE VIEW dbo.ages WITH SCHEMABINDING AS SELECT u.age AS names FROM dbo.users u
                GO
                ALTER TABLE sales.users DROP COLUMN age;
                EXEC sp_rename 'sales.users', 'people';
                DROP TABLE sales.people;
                DROP TABLE sales.names;
                """);

        assertThat(modules()).containsExactly("function dbo.f object-type=\"FN\"");
        assertThatThrownBy(() -> database.run("EXEC sp_rename 'dbo.users', 'people'"))
                .hasMessageStartingWith("Msg 15336: ");
    }

    @Test
    void refreshedModulesStayAsTheyAre() throws SQLException {
        database.run("""
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                EXEC sp_refreshview 'dbo.names'
                EXEC sys.sp_refreshsqlmodule @name = N'dbo.p'
                EXEC sp_recompile N'dbo.users'
                """);

        assertThat(modules()).containsExactly("procedure dbo.p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJECT_ID('dbo.p') IS NOT NULL",
                "OBJECT_ID(N'[dbo].[p]', N'P') IS NOT NULL",
                "OBJECT_ID('p', 'FN') IS NULL",
                "OBJECT_ID('f', 'IF') IS NOT NULL",
                "OBJECT_ID('dbo.tr', 'TR') IS NOT NULL",
                "OBJECT_ID('dbo.s', 'SN') IS NOT NULL",
                "OBJECT_ID('dbo.nobody') IS NULL",
                "EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[p]') AND type IN (N'P', N'PC'))",
                "EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[f]') AND type IN (N'FN', N'IF', N'TF', N'FS', N'FT'))",
                "EXISTS (SELECT 1 FROM sys.procedures WHERE name = 'P' AND schema_id = SCHEMA_ID('dbo'))",
                "EXISTS (SELECT * FROM sys.triggers WHERE object_id = OBJECT_ID('dbo.tr') AND parent_id = OBJECT_ID('dbo.users') AND is_disabled = 0)",
                "EXISTS (SELECT * FROM sys.triggers WHERE parent_class = 0 AND name = 'guard')",
                "EXISTS (SELECT * FROM sys.synonyms WHERE name = N's' AND base_object_name = '[dbo].[users]')",
                "EXISTS (SELECT * FROM sys.sql_modules WHERE object_id = OBJECT_ID('dbo.p') AND definition LIKE '%SELECT 41%')"
            })
    void conditionsSeeThem(String condition) throws SQLException {
        database.run("""
                CREATE PROCEDURE dbo.p AS SELECT 41 AS answer
                GO
                CREATE FUNCTION dbo.f () RETURNS TABLE AS RETURN SELECT 1 AS one
                GO
                CREATE TRIGGER tr ON dbo.users AFTER INSERT AS RETURN
                GO
                CREATE TRIGGER guard ON DATABASE FOR DROP_TABLE AS RETURN
                GO
                CREATE SYNONYM s FOR dbo.users
                """);

        database.run("IF " + condition + " INSERT INTO dbo.log VALUES (N'yes')");

        assertThat(database.rows("SELECT line FROM dbo.log")).containsExactly("yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2714 | CREATE FUNCTION dbo.users () RETURNS INT AS BEGIN RETURN 1 END
            2714 | CREATE TRIGGER dbo.log ON dbo.users AFTER INSERT AS RETURN
            2714 | CREATE SYNONYM dbo.log FOR dbo.users
            2714 | CREATE SYNONYM dbo.s FOR dbo.users\\nGO\\nCREATE SEQUENCE dbo.s
            208 | ALTER FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END
            208 | ALTER TRIGGER dbo.tr ON dbo.users AFTER INSERT AS RETURN
            2010 | CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END\\nGO\\nALTER FUNCTION dbo.f () RETURNS TABLE AS RETURN SELECT 1 AS a
            3701 | DROP FUNCTION dbo.f
            3701 | DROP TRIGGER dbo.tr
            3701 | DROP TRIGGER tr ON DATABASE
            3701 | DROP SYNONYM dbo.s
            3705 | CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END\\nGO\\nDROP PROCEDURE dbo.f
            8197 | CREATE TRIGGER tr ON dbo.nobody AFTER INSERT AS RETURN
            8197 | CREATE TRIGGER tr ON dbo.names AFTER INSERT AS RETURN
            2103 | CREATE SCHEMA sales\\nGO\\nCREATE TRIGGER sales.tr ON dbo.users AFTER INSERT AS RETURN
            2110 | CREATE TRIGGER tr ON dbo.users AFTER INSERT AS RETURN\\nGO\\nALTER TRIGGER tr ON dbo.log AFTER INSERT AS RETURN
            2111 | CREATE TRIGGER a ON dbo.log INSTEAD OF INSERT AS RETURN\\nGO\\nCREATE TRIGGER b ON dbo.log INSTEAD OF UPDATE, INSERT AS RETURN
            4920 | DISABLE TRIGGER tr ON dbo.users
            15151 | ENABLE TRIGGER tr ON DATABASE
            15165 | EXEC sp_refreshsqlmodule 'dbo.nobody'
            15335 | CREATE PROCEDURE dbo.p AS RETURN\\nGO\\nEXEC sp_rename 'dbo.p', 'users'
            3729 | CREATE FUNCTION dbo.f () RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN (SELECT MAX(age) FROM dbo.users) END\\nGO\\nDROP TABLE dbo.users
            5074 | CREATE FUNCTION dbo.f () RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN (SELECT MAX(age) FROM dbo.users) END\\nGO\\nALTER TABLE dbo.users DROP COLUMN age
            3729 | CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END\\nGO\\nCREATE FUNCTION dbo.g () RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN dbo.f() END\\nGO\\nDROP FUNCTION dbo.f
            """)
    void holdsSqlServersRules(int number, String script) {
        assertThatThrownBy(() -> database.run(script.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getMessage()).startsWith("Msg " + number + ": "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXEC @r = sp_rename 'dbo.p', 'q' | the result of the procedure sp_rename
            EXEC @r = sp_executesql N'SELECT 1' | the result of the procedure sp_executesql
            INSERT INTO dbo.log EXEC sp_who | INSERT … EXEC of a procedure of SQL Server's own
            CREATE TRIGGER tr ON ALL SERVER FOR LOGON AS RETURN | a trigger of the server
            """)
    void whatWouldRunThemIsRefusedBeforehand(String script, String why) {
        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("(" + why + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION dbo.f RETURNS INT AS BEGIN RETURN 1 END",
                "CREATE FUNCTION dbo.f () RETURNS INT AS RETURN 1",
                "CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1",
                "CREATE FUNCTION dbo.f () RETURNS TABLE AS SELECT 1",
                "CREATE FUNCTION dbo.f () AS BEGIN RETURN 1 END",
                "CREATE TRIGGER tr ON dbo.users AS RETURN",
                "CREATE TRIGGER tr ON dbo.users AFTER SELECT AS RETURN",
                "CREATE TRIGGER tr ON dbo.users AFTER INSERT, INSERT AS RETURN",
                "CREATE TRIGGER tr AFTER INSERT AS RETURN",
                "CREATE SYNONYM s dbo.users",
                "PRINT 'x' CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END",
                "PRINT 'x'; ALTER TRIGGER tr ON dbo.users AFTER INSERT AS RETURN"
            })
    void refusesWhatSqlServerRefuses(String script) {
        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("is refused by SQL Server");
    }

    @Test
    void remembersWhichSettingsWereOff() throws SQLException {
        database.run("""
                SET QUOTED_IDENTIFIER OFF
                GO
                SET ANSI_NULLS OFF
                GO
                IF OBJECT_ID('dbo.p') IS NOT NULL DROP PROCEDURE dbo.p
                GO
                CREATE PROCEDURE dbo.p AS SELECT "a" FROM dbo.users WHERE name = NULL
                GO
                SET QUOTED_IDENTIFIER ON
                GO
                CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END
                GO
                SET ANSI_NULLS ON
                GO
                CREATE PROCEDURE dbo.q AS SELECT 1
                GO
                """);

        assertThat(modules())
                .containsExactly(
                        "function dbo.f object-type=\"FN\" ansi-nulls-off=\"yes\"",
                        "procedure dbo.p quoted-identifier-off=\"yes\" ansi-nulls-off=\"yes\"",
                        "procedure dbo.q");
        String query = """
                SELECT OBJECT_NAME(object_id), uses_ansi_nulls, uses_quoted_identifier
                FROM sys.sql_modules WHERE OBJECT_NAME(object_id) <> 'names' ORDER BY 1""";
        assertThat(database.rows(TranslatedScript.rewrite("V1__test.sql", query)
                        .h2Statements()
                        .get(0)))
                .containsExactly("f|FALSE|TRUE", "p|FALSE|FALSE", "q|TRUE|TRUE");
    }

    /** As old scripts of Management Studio have it behind a table with such columns. */
    @Test
    void takesWhatRemembersNoPaddingWhereItIsOff() throws SQLException {
        database.run("""
                SET ANSI_PADDING OFF
                GO
                CREATE TABLE dbo.t (a INT NOT NULL, b [nvarchar](5) NULL)
                GO
                ALTER TABLE dbo.t ADD CONSTRAINT pk_t PRIMARY KEY (a)
                GO
                CREATE INDEX ix_t ON dbo.t (b)
                GO
                SET ANSI_PADDING ON
                GO
                """);

        assertThat(database.rows("SELECT COUNT(*) FROM dbo.t")).containsExactly("0");
    }

    /** Microsoft: set-ansi-padding-transact-sql, and alter-table-transact-sql on what ALTER COLUMN makes of it. */
    @Test
    void columnsRememberThatPaddingWasOff() throws SQLException {
        database.run("""
                SET ANSI_PADDING OFF
                GO
                CREATE TABLE dbo.t (a CHAR(5) NULL, b NVARCHAR(5) NULL, c VARBINARY(5) NULL, d VARCHAR(5) NULL)
                GO
                SET ANSI_PADDING ON
                ALTER TABLE dbo.t ADD e VARCHAR(5) NULL
                ALTER TABLE dbo.t ALTER COLUMN d VARCHAR(9) NULL
                """);

        assertThat(SchemaReader.of(database.connection())
                        .read(database.connection())
                        .toString())
                .contains("column [a] CHAR(5) NULL ANSI_PADDING OFF")
                .contains("column [b] NVARCHAR(5) NULL\n")
                .contains("column [c] VARBINARY(5) NULL ANSI_PADDING OFF")
                .contains("column [d] VARCHAR(9) NULL\n")
                .contains("column [e] VARCHAR(5) NULL");
    }

    @Test
    void isOnAgainWhereTheNextScriptBegins() throws SQLException {
        database.run("CREATE TABLE dbo.t (a INT NOT NULL)\nGO\nSET ANSI_NULLS OFF\nGO\nSET ANSI_PADDING OFF")
                .run("CREATE TABLE dbo.u (a VARCHAR(5) NULL)");

        assertThat(database.rows("SELECT COUNT(*) FROM dbo.u")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SET ANSI_NULLS OFF; CREATE TABLE dbo.t (a INT); SET ANSI_NULLS ON | SET ANSI_NULLS OFF before it
            SET QUOTED_IDENTIFIER OFF; UPDATE dbo.users SET name = "x"; SET QUOTED_IDENTIFIER ON | SET QUOTED_IDENTIFIER OFF before it
            SET ANSI_PADDING OFF; CREATE INDEX i ON dbo.users (name) WHERE name > 'a' | SET ANSI_PADDING OFF before it
            SET ANSI_PADDING OFF; CREATE TABLE dbo.t (a VARCHAR(5), b AS a PERSISTED) | SET ANSI_PADDING OFF before it
            SET ANSI_PADDING OFF; CREATE TYPE dbo.code FROM VARCHAR(5); CREATE TABLE dbo.t (a dbo.code) | SET ANSI_PADDING OFF before a type of your own
            SET ANSI_NULLS OFF; IF NULL = NULL PRINT 'x'; SET ANSI_NULLS ON | SET ANSI_NULLS OFF before it
            """)
    void whatSettingsWouldMakeSomethingElseOfIsRefused(String script, String why) {
        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("needs SQL Server (" + why + ")");
    }
}
