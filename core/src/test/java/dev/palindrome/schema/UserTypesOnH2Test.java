package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of the user's own on the embedded engine. */
class UserTypesOnH2Test {

    private EmbeddedSchema schema;

    @BeforeEach
    void open() throws SQLException {
        schema = new EmbeddedSchema();
    }

    @AfterEach
    void close() throws SQLException {
        schema.close();
    }

    private List<String> lines(ObjectKind kind) throws SQLException {
        return schema.read().objects(kind).stream()
                .flatMap(object -> Stream.concat(
                        Stream.of(object.toString()), object.parts().stream().map(SchemaObject::toString)))
                .map(String::strip)
                .toList();
    }

    @Test
    void anAliasIsWhatItStandsForAndItsNameIsTheColumns() throws SQLException {
        schema.run("""
                CREATE TYPE dbo.Name FROM [nvarchar](50) NOT NULL
                CREATE TYPE [dbo].[Flag] FROM bit
                GO
                CREATE TABLE dbo.people (
                    id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY,
                    first_name Name,
                    last_name [dbo].[NAME] NULL,
                    is_old dbo.Flag NOT NULL CONSTRAINT df_old DEFAULT ((0)),
                    plain [sys].[int] NULL)
                GO
                INSERT INTO dbo.people (id, first_name) VALUES (1, N'Ann')
                """);
        schema.run(
                "ALTER TABLE dbo.people ADD nick Name NULL, other INT NULL\nGO\nALTER TABLE dbo.people ALTER COLUMN other dbo.Flag NULL");

        assertThat(lines(ObjectKind.TABLE))
                .containsExactly(
                        "table [dbo].[people]",
                        "column [id] INT NOT NULL",
                        "column [first_name] [dbo].[Name] NOT NULL",
                        "column [last_name] [dbo].[Name] NULL",
                        "column [is_old] [dbo].[Flag] NOT NULL DEFAULT ((0)) CONSTRAINT [df_old]",
                        "column [plain] INT NULL",
                        "column [nick] [dbo].[Name] NULL",
                        "column [other] [dbo].[Flag] NULL",
                        "primary key [pk_people] ([id])");
        assertThat(lines(ObjectKind.ALIAS_TYPE))
                .containsExactly("alias type [dbo].[Flag] BIT", "alias type [dbo].[Name] NVARCHAR(50) NOT NULL");
        assertThatThrownBy(() ->
                        schema.run("INSERT INTO dbo.people (id, first_name) VALUES (2, '" + "x".repeat(51) + "')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aTableTypeIsKeptWithItsColumns() throws SQLException {
        schema.run("""
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL DEFAULT N'x', CHECK (id > 0))
                """);

        assertThat(lines(ObjectKind.TABLE_TYPE))
                .containsExactly(
                        "table type [dbo].[ids]",
                        "column [id] INT NOT NULL",
                        "column [name] NVARCHAR(20) NULL DEFAULT (N'x')",
                        "primary key ([id])",
                        "check (id > 0)");
        assertThat(schema.read().objects(ObjectKind.TABLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TYPE dbo.Name FROM NVARCHAR(50) NOT NULL",
                "CREATE TYPE dbo.Name FROM DECIMAL(9, 2)",
                "CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL, UNIQUE (name))",
                "CREATE TYPE dbo.Name FROM INT\nGO\nCREATE TABLE dbo.t (a dbo.Name NOT NULL, b Name)",
                "CREATE TYPE dbo.Name FROM INT\nGO\nCREATE TYPE dbo.ids AS TABLE (a dbo.Name NOT NULL)"
            })
    void goesWithoutTraceAndComesBackByDrafts(String script) throws SQLException {
        SchemaSnapshot before = schema.read();

        SchemaSnapshot after = schema.run(script).read();

        assertThat(schema.run(SchemaChange.from(after, before).sql()).read()).isEqualTo(before);
        assertThat(schema.run(SchemaChange.from(before, after).sql()).read()).isEqualTo(after);
    }

    @Test
    void isSeenWhenOnlyWhatWasTouchedIsReadAgain() throws SQLException {
        SchemaWatch watch = SchemaReader.forH2().watch();
        watch.read(schema.connection());
        watch.readAgain(schema.connection(), Optional.of(List.of()));
        schema.run("CREATE TYPE dbo.Name FROM INT\nCREATE TYPE dbo.ids AS TABLE (id INT)");

        assertThat(watch.readAgain(schema.connection(), Optional.of(List.of()))).isEqualTo(schema.read());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TYPE dbo.name FROM INT | Msg 219: The type 'dbo.name' already exists
            CREATE TYPE Ids FROM INT | Msg 219: The type 'dbo.Ids' already exists
            CREATE TYPE dbo.Name AS TABLE (id INT) | Msg 219: The type 'dbo.Name' already exists
            DROP TYPE dbo.Name | Msg 3732: Cannot drop type 'dbo.Name' because it is being referenced by object 't'.
            DROP TYPE dbo.ids | Msg 3732: Cannot drop type 'dbo.ids' because it is being referenced by object 'dbo.p'.
            DROP TYPE dbo.nobody | Msg 218: Could not find the type 'dbo.nobody'.
            CREATE TABLE dbo.u (a nobody) | Msg 2715: Cannot find data type nobody on line 1.
            CREATE TABLE dbo.u (a dbo.ids) | Msg 2715: Cannot find data type dbo.ids on line 1.
            CREATE TABLE dbo.u (a Name NUL) | is misspelt or needs SQL Server
            CREATE TABLE dbo.u (a Nam(5)) | (error 2715: column a: there is no type NAM)
            CREATE TABLE dbo.u (a NVARCAR(5)) | (error 2715: column a: there is no type NVARCAR (is NVARCHAR meant?))
            ALTER TABLE dbo.t ADD b BYTEA | Msg 2715: Cannot find data type BYTEA (is VARBINARY(MAX) meant?) on line 1.
            CREATE TABLE dbo.u (a nmae) | Msg 2715: Cannot find data type nmae (is Name meant?) on line 1.
            DECLARE @a VARCAHR(5) | (error 2715: there is no type VARCAHR (is VARCHAR meant?))
            DECLARE @a NVARCAR | is misspelt or needs SQL Server (the type NVARCAR of a variable (is NVARCHAR meant?))
            SELECT CAST(1 AS VARCAHR(5)) | (error 243: there is no type VARCAHR (is VARCHAR meant?))
            SELECT CAST(1 AS Point) | needs SQL Server (the type point
            CREATE TYPE dbo.x FROM | is misspelt or needs SQL Server
            CREATE TYPE dbo.x EXTERNAL NAME a.b | needs SQL Server (a type made of an assembly)
            SELECT CAST(1 AS dbo.Name) | needs SQL Server
            CREATE DEFAULT d AS 1 | needs SQL Server (CREATE DEFAULT)
            CREATE RULE r AS @x > 1 | needs SQL Server (CREATE RULE)
            EXEC sp_bindefault 'd', 't.a' | needs SQL Server (the procedure sp_bindefault)
            """)
    void isRefusedAsOnSqlServer(String statement, String expected) throws SQLException {
        schema.run("""
                CREATE TYPE dbo.Name FROM INT
                CREATE TYPE dbo.ids AS TABLE (id INT)
                GO
                CREATE TABLE dbo.t (a dbo.Name)
                GO
                CREATE PROCEDURE dbo.p @ids dbo.ids READONLY AS SELECT 1
                """);

        assertThatThrownBy(() -> schema.run(statement)).hasMessageContaining(expected);
    }

    @Test
    void refusesBeforeTheScriptBegins() throws SQLException {
        assertThatThrownBy(() -> schema.run("CREATE TABLE dbo.t (a INT)\nGO\nCREATE TABLE dbo.u (a nobody)"))
                .hasMessageContaining("on line 3");

        assertThat(schema.read().objects(ObjectKind.TABLE)).isEmpty();
    }

    @Test
    void ofNoConcernForTheColumnAnyMoreWhenItIsAltered() throws SQLException {
        schema.run("""
                CREATE TYPE dbo.Name FROM NVARCHAR(50)
                GO
                CREATE TABLE dbo.t (a dbo.Name)
                GO
                ALTER TABLE dbo.t ALTER COLUMN a NVARCHAR(60) NULL
                DROP TYPE dbo.Name
                """);

        assertThat(lines(ObjectKind.TABLE)).containsExactly("table [dbo].[t]", "column [a] NVARCHAR(60) NULL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION dbo.g (@a INT) RETURNS dbo.code AS BEGIN RETURN @a END",
                "CREATE FUNCTION dbo.g (@a AS code) RETURNS INT AS BEGIN RETURN @a END",
                "CREATE FUNCTION dbo.g () RETURNS @t TABLE (id INT, c dbo.code) AS BEGIN RETURN END",
                "CREATE PROCEDURE dbo.q @a AS [dbo].[Code] = 1 AS SELECT @a",
                "CREATE PROCEDURE dbo.q (@a INT, @b dbo.code OUTPUT) AS SELECT @a",
                "CREATE PROCEDURE dbo.q AS DECLARE @a INT = 1, @b dbo.code; SELECT @b",
                "CREATE PROCEDURE dbo.q AS DECLARE @t TABLE (id INT NOT NULL, c code NULL) SELECT 1",
                "CREATE TRIGGER dbo.tr ON dbo.rows AFTER INSERT AS DECLARE @a AS dbo.code"
            })
    void aTypeThatAModuleNamesStays(String module) throws SQLException {
        schema.run("CREATE TYPE dbo.code FROM INT\nCREATE TABLE dbo.rows (id INT)\nGO\n" + module);

        assertThatThrownBy(() -> schema.run("DROP TYPE dbo.code"))
                .hasMessageContaining("Msg 3732: Cannot drop type 'dbo.code' because it is being referenced by object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE dbo.q @a shop.code AS SELECT @a",
                "CREATE PROCEDURE dbo.q @code INT AS SELECT @code AS code, @code code, code FROM (SELECT 1 AS code) AS x",
                "CREATE PROCEDURE dbo.q AS DECLARE @a INT SELECT 1, @a code",
                "CREATE FUNCTION dbo.code2 (@a INT) RETURNS INT AS BEGIN RETURN @a END"
            })
    void aNamesakeKeepsNoTypeFromBeingDropped(String module) throws SQLException {
        schema.run(
                "CREATE SCHEMA shop\nGO\nCREATE TYPE shop.code FROM INT\nCREATE TYPE dbo.code FROM INT\nGO\n" + module);
        SchemaSnapshot before = schema.read();

        SchemaSnapshot after = schema.run("DROP TYPE dbo.code").read();

        assertThat(before.objects()).hasSize(after.objects().size() + 1);
    }

    @Test
    void aRenamedTypeIsThatOfItsColumnsStill() throws SQLException {
        schema.run("""
                CREATE TYPE dbo.Name FROM NVARCHAR(50) NOT NULL
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL)
                GO
                CREATE TABLE dbo.t (a dbo.Name)
                EXEC sp_rename 'dbo.Name', 'Title', 'USERDATATYPE'
                EXEC sp_rename 'dbo.ids', 'keys', 'USERDATATYPE'
                """);

        assertThat(schema.read().toString())
                .contains("column [a] [dbo].[Title] NOT NULL")
                .contains("alias type [dbo].[Title] NVARCHAR(50)")
                .contains("table type [dbo].[keys]")
                .doesNotContain("[Name]")
                .doesNotContain("[ids]");
        assertThatThrownBy(() -> schema.run("DROP TYPE dbo.Title")).hasMessageContaining("Msg 3732");
        assertThatThrownBy(() -> schema.run("EXEC sp_rename 'dbo.keys', 'Title', 'USERDATATYPE'"))
                .hasMessageContaining("Msg 15335");
    }

    @Test
    void sqlServer2000sProceduresMakeTypesToo() throws SQLException {
        schema.run("""
                EXECUTE sp_addtype N'id', 'varchar(11)', 'NOT NULL'
                EXEC sp_addtype tid, 'varchar(6)'
                EXEC sp_addtype 'gone', 'int', 'null'
                EXEC sp_droptype 'gone'
                GO
                CREATE TABLE titles (a id, b tid)
                """);

        assertThat(schema.read().toString())
                .contains("alias type [dbo].[id] VARCHAR(11) NOT NULL")
                .contains("alias type [dbo].[tid] VARCHAR(6)\n")
                .contains("column [a] [dbo].[id] NOT NULL")
                .contains("column [b] [dbo].[tid] NULL")
                .doesNotContain("gone");
    }
}
