package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extended properties on the embedded engine: kept with what they are about, compared, and drafted. */
class ExtendedPropertiesOnH2Test {

    private static final String SCRIPT = """
            CREATE TABLE dbo.users (
                id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL CONSTRAINT df_users_name DEFAULT N'x',
                CONSTRAINT ck_users_name CHECK (LEN(name) > 0));
            CREATE INDEX ix_users_name ON dbo.users (name);
            CREATE NONCLUSTERED COLUMNSTORE INDEX cs_users ON dbo.users (name);
            CREATE SEQUENCE dbo.numbers AS INT START WITH 1;
            GO
            CREATE XML SCHEMA COLLECTION dbo.notes AS N'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"/>'
            GO
            CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users
            GO
            """;

    private EmbeddedSchema schema;

    @BeforeEach
    void open() throws SQLException {
        schema = new EmbeddedSchema().run(SCRIPT);
    }

    @AfterEach
    void close() throws SQLException {
        schema.close();
    }

    private static String add(String name, String levels) {
        return "EXEC sys.sp_addextendedproperty @name=N'" + name + "', @value=N'It''s \"a\" \\ thing'" + levels + "\n";
    }

    private static final String OF_TABLE =
            " , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'users'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            N'a', N'b' | DATABASE : [a]=b
            N'a', N'b', N'SCHEMA', N'dbo' | SCHEMA dbo: [a]=b
            'a', 1, 'SCHEMA', dbo, 'table', [users] | TABLE dbo.users: [a]=1
            'a', -1.50, 'USER', 'DBO', 'table', 'USERS', NULL, NULL | TABLE dbo.users: [a]=-1.50
            N'a', N'', N'SCHEMA', N'dbo', N'TABLE', N'users', N'COLUMN', N'NAME' | TABLE dbo.users: [a, COLUMN, name]
            @name=N'a', @level0type=N'SCHEMA', @level0name=N'dbo', @level1type=N'TABLE', @level1name=N'users' | TABLE dbo.users: [a]
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'CONSTRAINT', N'pk_users' | TABLE dbo.users: [a, PART, pk_users]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'pk_users' | TABLE dbo.users: [a, INDEX, pk_users]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'CONSTRAINT', N'df_users_name' | TABLE dbo.users: [a, PART, df_users_name]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'CONSTRAINT', N'ck_users_name' | TABLE dbo.users: [a, PART, ck_users_name]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'ix_users_name' | TABLE dbo.users: [a, INDEX, ix_users_name]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'cs_users' | TABLE dbo.users: [a, INDEX, cs_users]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'XML SCHEMA COLLECTION', N'notes' | XML_SCHEMA_COLLECTION dbo.notes: [a]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'SEQUENCE', N'numbers' | SEQUENCE dbo.numbers: [a]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'VIEW', N'names' | VIEW dbo.names: [a]=b
            N'a', N'b', N'SCHEMA', N'dbo', N'VIEW', N'names', N'COLUMN', N'id' | VIEW dbo.names: [a, COLUMN, id]=b
            """)
    void isReadAsOnSqlServerAndGoesWithoutTrace(String arguments, String expected) throws SQLException {
        SchemaSnapshot before = schema.read();

        SchemaSnapshot after =
                schema.run("EXECUTE sp_addextendedproperty " + arguments).read();

        assertThat(properties(after)).containsExactly(expected);
        assertThat(schema.run(SchemaChange.from(after, before).sql()).read()).isEqualTo(before);
        assertThat(schema.run(SchemaChange.from(before, after).sql()).read()).isEqualTo(after);
    }

    private static List<String> properties(SchemaSnapshot snapshot) {
        return snapshot.objects().stream()
                .flatMap(object -> object.parts(ObjectKind.EXTENDED_PROPERTY).stream()
                        .map(property -> object.kind() + " " + String.join(".", object.name()) + ": "
                                + property.name()
                                + property.get(Property.VALUE)
                                        .map(value -> "=" + value)
                                        .orElse("")))
                .toList();
    }

    @Test
    void anUndoThatForgetsOneIsFound() throws SQLException {
        SchemaWatch watch = SchemaReader.forH2().watch();
        SchemaSnapshot before = watch.read(schema.connection());
        schema.run(add("MS_Description", OF_TABLE + ", @level2type=N'COLUMN',@level2name=N'name'"));

        SchemaSnapshot after =
                watch.readAgain(schema.connection(), Optional.of(List.of(new TableName("dbo", "users"))));

        assertThat(before.diff(after).toString())
                .contains("unexpected extended property MS_Description.COLUMN.name \"It's \\\"a\\\" \\\\ thing\"");
    }

    @Test
    void optionsOfTheDatabaseAreComparedAndDrafted() throws SQLException {
        SchemaSnapshot before = schema.read();

        SchemaSnapshot after = schema.run("""
                ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE
                ALTER DATABASE CURRENT SET AUTO_UPDATE_STATISTICS OFF, RECOVERY FULL
                """).read();

        assertThat(after.objects(ObjectKind.DATABASE).get(0).properties())
                .containsEntry(Property.OPTIONS, "(AUTO_UPDATE_STATISTICS = OFF, READ_COMMITTED_SNAPSHOT = ON)");
        assertThat(schema.run(SchemaChange.from(after, before).sql()).read()).isEqualTo(before);
        assertThat(schema.run(SchemaChange.from(before, after).sql()).read()).isEqualTo(after);
    }

    @Test
    void ofASchemaIsSeenWhenOnlyWhatWasTouchedIsReadAgain() throws SQLException {
        SchemaWatch watch = SchemaReader.forH2().watch();
        watch.read(schema.connection());
        watch.readAgain(schema.connection(), Optional.of(List.of()));
        schema.run("EXEC sp_addextendedproperty 'a', 'b', 'SCHEMA', 'dbo'");

        assertThat(properties(watch.readAgain(schema.connection(), Optional.of(List.of()))))
                .containsExactly("SCHEMA dbo: [a]=b");
    }

    @Test
    void staysWithWhatIsRenamed() throws SQLException {
        schema.run(add("t", OF_TABLE)
                + add("c", OF_TABLE + ", @level2type=N'COLUMN',@level2name=N'name'")
                + add("i", OF_TABLE + ", @level2type=N'INDEX',@level2name=N'ix_users_name'")
                + add("p", OF_TABLE + ", @level2type=N'CONSTRAINT',@level2name=N'pk_users'")
                + add("d", OF_TABLE + ", @level2type=N'CONSTRAINT',@level2name=N'df_users_name'")
                + """
                ALTER TABLE dbo.users DROP CONSTRAINT ck_users_name
                EXEC sp_rename 'dbo.users.name', 'label', 'COLUMN'
                EXEC sp_rename 'dbo.users.ix_users_name', 'ix_label', 'INDEX'
                EXEC sp_rename 'dbo.pk_users', 'pk_people'
                EXEC sp_rename 'dbo.df_users_name', 'df_label'
                EXEC sp_rename 'dbo.users', 'people'
                """);

        assertThat(properties(schema.read()))
                .containsExactly(
                        "TABLE dbo.people: [c, COLUMN, label]=It's \"a\" \\ thing",
                        "TABLE dbo.people: [d, PART, df_label]=It's \"a\" \\ thing",
                        "TABLE dbo.people: [i, INDEX, ix_label]=It's \"a\" \\ thing",
                        "TABLE dbo.people: [p, PART, pk_people]=It's \"a\" \\ thing",
                        "TABLE dbo.people: [t]=It's \"a\" \\ thing");
    }

    @Test
    void goesWithWhatItIsAbout() throws SQLException {
        SchemaSnapshot before = schema.read();

        schema.run(add("c", OF_TABLE + ", @level2type=N'COLUMN',@level2name=N'name'")
                + add("d", OF_TABLE + ", @level2type=N'CONSTRAINT',@level2name=N'df_users_name'")
                + """
                ALTER TABLE dbo.users DROP CONSTRAINT df_users_name
                ALTER TABLE dbo.users ADD CONSTRAINT df_users_name DEFAULT N'x' FOR name
                ALTER TABLE dbo.users ADD extra INT NULL
                GO
                """
                + add("e", OF_TABLE + ", @level2type=N'COLUMN',@level2name=N'extra'")
                + """
                ALTER TABLE dbo.users DROP COLUMN extra
                ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(50) NOT NULL
                """);

        assertThat(before.diff(schema.read()).toString())
                .isEqualTo(
                        "table dbo.users:\n  unexpected extended property c.COLUMN.name \"It's \\\"a\\\" \\\\ thing\"\n");
    }

    @Test
    void staysWithAViewThatIsAlteredOrStandsInTheWay() throws SQLException {
        schema.run(add(
                        "MS_DiagramPane1",
                        ", @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'VIEW',@level1name=N'names'")
                + """
                GO
                ALTER VIEW dbo.names AS SELECT id FROM dbo.users
                GO
                ALTER TABLE dbo.users ADD extra INT NULL
                ALTER TABLE dbo.users DROP COLUMN extra
                GO
                CREATE OR ALTER VIEW dbo.names AS
                SELECT id, 'it''s' AS text FROM dbo.users
                """);

        assertThat(properties(schema.read())).containsExactly("VIEW dbo.names: [MS_DiagramPane1]=It's \"a\" \\ thing");
    }

    @Test
    void valuesMayBeLongAndHaveLines() throws SQLException {
        String value = "Begin DesignProperties = \n   \"x\"\t\\ \n".repeat(100);

        schema.run("EXEC sp_addextendedproperty N'MS_DiagramPane1', N'" + value
                + "', N'SCHEMA', N'dbo', N'VIEW', N'names'");

        assertThat(properties(schema.read())).containsExactly("VIEW dbo.names: [MS_DiagramPane1]=" + value);
    }

    @Test
    void isUpdatedWhateverTheCaseOfItsName() throws SQLException {
        schema.run(add("MS_Description", OF_TABLE)
                + "EXEC sp_updateextendedproperty N'ms_description', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users'");

        assertThat(properties(schema.read())).containsExactly("TABLE dbo.users: [MS_Description]=b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sp_addextendedproperty N'there', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users' | Msg 15233: Property cannot be added. Property 'there' already exists for 'dbo.users'.
            sp_updateextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'COLUMN', N'id' | Msg 15217: Property cannot be updated or deleted. Property 'a' does not exist for 'dbo.users.id'.
            sp_dropextendedproperty N'a', N'SCHEMA', N'dbo' | Msg 15217: Property cannot be updated or deleted. Property 'a' does not exist for 'dbo'.
            sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'nobody' | Msg 15135: Object is invalid. Extended properties are not permitted on 'dbo.nobody', or the object does not exist.
            sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'VIEW', N'users' | Msg 15135: Object is invalid. Extended properties are not permitted on 'dbo.users', or the object does not exist.
            sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'COLUMN', N'nobody' | Msg 15135: Object is invalid. Extended properties are not permitted on 'dbo.users.nobody', or the object does not exist.
            sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABEL', N'users' | Msg 15600: An invalid parameter or option was specified for procedure 'sp_addextendedproperty'.
            sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', NULL, NULL, N'COLUMN', N'id' | Msg 15600: An invalid parameter or option was specified for procedure 'sp_addextendedproperty'.
            """)
    void isRefusedAsOnSqlServer(String call, String expected) throws SQLException {
        schema.run("EXEC sp_addextendedproperty N'there', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users'");

        assertThatThrownBy(() -> schema.run("EXEC " + call)).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC sp_addextendedproperty",
                "EXEC sp_addextendedproperty @value = 'b'",
                "EXEC sp_addextendedproperty @name = 'a', 'b'",
                "EXEC sp_addextendedproperty @name = 'a', @nam = 'b'",
                "EXEC sp_addextendedproperty 'a', 'b',",
                "EXEC sp_addextendedproperty 'a' 'b'"
            })
    void slipsOfThePenAreRefused(String call) {
        assertThatThrownBy(() -> schema.run(call)).hasMessageContaining("is refused by SQL Server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXISTS (SELECT * FROM sys.fn_listextendedproperty(N'a', N'SCHEMA', N'dbo', N'TABLE', N'users', NULL, NULL))",
                "EXISTS (SELECT * FROM ::fn_listextendedproperty(N'a', N'user', N'dbo', N'table', N'users', NULL, NULL))",
                "EXISTS (SELECT 1 FROM fn_listextendedproperty(N'A', N'SCHEMA', N'DBO', N'TABLE', N'Users', N'COLUMN', N'name'))",
                "EXISTS (SELECT 1 FROM fn_listextendedproperty(default, 'SCHEMA', 'dbo', 'TABLE', default, default, default))",
                "EXISTS (SELECT 1 FROM fn_listextendedproperty(NULL, 'SCHEMA', 'dbo', 'TABLE', 'users', 'COLUMN', NULL) WHERE objname = 'name')",
                "NOT EXISTS (SELECT 1 FROM fn_listextendedproperty(NULL, 'SCHEMA', 'dbo', 'TABLE', 'users', 'COLUMN', 'id'))",
                "NOT EXISTS (SELECT 1 FROM fn_listextendedproperty('a', 'SCHEMA', 'dbo', 'TABLE', 'nobody', NULL, NULL))",
                "NOT EXISTS (SELECT 1 FROM fn_listextendedproperty('a', 'SCHEMA', 'dbo', NULL, NULL, NULL, NULL))",
                "EXISTS (SELECT * FROM sys.fn_listextendedproperty(NULL, 'SCHEMA', 'dbo', 'VIEW', 'names', 'COLUMN', 'id') p WHERE p.value = 'b')",
                "EXISTS (SELECT 1 FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.users') AND name = N'a' AND minor_id = 0)",
                "EXISTS (SELECT NULL FROM SYS.EXTENDED_PROPERTIES ep WHERE [major_id] = OBJECT_ID(N'users') AND ep.[name] = N'a'"
                        + " AND [minor_id] = (SELECT [column_id] FROM SYS.COLUMNS WHERE [name] = N'name' AND [object_id] = OBJECT_ID(N'users')))",
                "EXISTS (SELECT 1 FROM sys.extended_properties WHERE class_desc = 'SCHEMA' AND class = 3 AND major_id = SCHEMA_ID('dbo'))",
                "(SELECT COUNT(*) FROM sys.extended_properties) = 5"
            })
    void guardsAskForThem(String condition) throws SQLException {
        schema.run("""
                EXEC sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users'
                EXEC sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'COLUMN', N'name'
                EXEC sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'pk_users'
                EXEC sp_addextendedproperty N'x', N'b', N'SCHEMA', N'dbo'
                EXEC sp_addextendedproperty N'a', N'b', N'SCHEMA', N'dbo', N'VIEW', N'names', N'COLUMN', N'id'
                """);

        schema.run("IF " + condition + " CREATE TABLE dbo.it_is_so (id INT)");

        assertThat(schema.read().objects(ObjectKind.TABLE)).hasSize(2);
    }

    @Test
    void aValueThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> schema.run("EXEC sp_addextendedproperty 'a', N'" + "x".repeat(3751) + "'"))
                .hasMessageContaining("error 15097");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            | class = 0 AND class_desc = 'DATABASE' AND major_id = 0 AND minor_id = 0
            N'SCHEMA', N'dbo' | class = 3 AND major_id = SCHEMA_ID('dbo')
            N'USER', N'ann' | class = 4 AND class_desc = 'DATABASE_PRINCIPAL' AND major_id = USER_ID('ann')
            N'FILEGROUP', N'PRIMARY' | class = 20 AND class_desc = 'DATASPACE' AND major_id = 1
            N'SCHEMA', N'dbo', N'PROCEDURE', N'p' | class = 1 AND major_id = OBJECT_ID('dbo.p') AND minor_id = 0
            N'SCHEMA', N'dbo', N'PROCEDURE', N'p', N'PARAMETER', N'@b' | class = 2 AND class_desc = 'PARAMETER' AND major_id = OBJECT_ID('dbo.p') AND minor_id = 2
            N'SCHEMA', N'dbo', N'FUNCTION', N'f' | class = 1 AND major_id = OBJECT_ID('dbo.f')
            N'SCHEMA', N'dbo', N'SYNONYM', N's' | class = 1 AND major_id = OBJECT_ID('dbo.s')
            N'SCHEMA', N'dbo', N'TABLE', N'users', N'TRIGGER', N't' | class = 1 AND major_id = OBJECT_ID('dbo.t')
            N'SCHEMA', N'dbo', N'TYPE', N'code' | class = 6 AND class_desc = 'TYPE' AND major_id = TYPE_ID('dbo.code')
            N'SCHEMA', N'dbo', N'TABLE_TYPE', N'ids' | class = 6 AND major_id = TYPE_ID('dbo.ids') AND minor_id = 0
            N'SCHEMA', N'dbo', N'TABLE_TYPE', N'ids', N'COLUMN', N'no' | class = 8 AND class_desc = 'TYPE_COLUMN' AND major_id = TYPE_ID('dbo.ids') AND minor_id = 2
            N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'ix_users_name' | class = 7 AND major_id = OBJECT_ID('dbo.users') AND minor_id = INDEXPROPERTY(OBJECT_ID('dbo.users'), 'ix_users_name', 'IndexID')
            N'SCHEMA', N'dbo', N'TABLE', N'users', N'INDEX', N'pk_users' | class = 7 AND minor_id = 1
            N'SCHEMA', N'dbo', N'TABLE', N'users', N'CONSTRAINT', N'df_users_name' | class = 1 AND major_id = OBJECT_ID('df_users_name')
            N'SCHEMA', N'dbo', N'VIEW', N'names', N'COLUMN', N'name' | class = 1 AND major_id = OBJECT_ID('dbo.names') AND minor_id = 2
            """)
    void everyKindOfOwnerIsListedAsOnSqlServer(String owner, String condition) throws SQLException {
        schema.run("""
                CREATE USER ann WITHOUT LOGIN
                CREATE TYPE dbo.code FROM INT NOT NULL
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL, no INT NULL)
                CREATE SYNONYM dbo.s FOR dbo.users
                GO
                CREATE PROCEDURE dbo.p @a INT, @b dbo.code AS DECLARE @c INT SELECT @c
                GO
                CREATE FUNCTION dbo.f() RETURNS INT AS BEGIN RETURN 1 END
                GO
                CREATE TRIGGER dbo.t ON dbo.users AFTER INSERT AS RETURN
                GO
                """);
        String arguments = owner == null ? "" : ", " + owner;
        schema.run("EXEC sp_addextendedproperty N'Version', N'1'" + arguments);

        String guard =
                "IF NOT EXISTS (SELECT 1 FROM sys.extended_properties WHERE name = N'Version' AND value = N'1' AND ";
        SchemaSnapshot listed = schema.run(guard + condition + ") CREATE TABLE dbo.seen (n INT)")
                .read();

        assertThat(listed.table("dbo", "seen")).isEmpty();
    }
}
