package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an undo may get wrong is seen, at a whole reading and when only what was touched is read again. */
class H2ChangesTest {

    private static final String SCRIPT = """
            CREATE TABLE dbo.users (
                id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL CONSTRAINT df_users_name DEFAULT N'x',
                note NVARCHAR(50) COLLATE Latin1_General_CS_AS NULL,
                CONSTRAINT ck_users_name CHECK (LEN(name) > 0));
            CREATE TABLE dbo.todos (
                id INT NOT NULL PRIMARY KEY,
                user_id INT NOT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id) ON DELETE CASCADE);
            CREATE INDEX ix_todos_user ON dbo.todos (user_id)
            GO
            CREATE VIEW dbo.names AS SELECT name FROM dbo.users
            GO
            CREATE SEQUENCE dbo.numbers AS INT START WITH 1
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(60) COLLATE Latin1_General_CS_AS NULL | users | column note: expected NVARCHAR(50) but was NVARCHAR(60)
            ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(50) COLLATE Latin1_General_CS_AS NOT NULL | users | column note: expected NULL but was NOT NULL
            ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(50) NULL | users | column note, COLLATE: expected Latin1_General_CS_AS but was none
            ALTER TABLE dbo.users DROP CONSTRAINT df_users_name | users | column name, DEFAULT: expected (N'x') but was none
            ALTER TABLE dbo.users DROP CONSTRAINT df_users_name; ALTER TABLE dbo.users ADD CONSTRAINT df_users_name DEFAULT N'y' FOR name | users | column name, DEFAULT: expected (N'x') but was (N'y')
            ALTER TABLE dbo.users DROP CONSTRAINT df_users_name; ALTER TABLE dbo.users ADD DEFAULT N'x' FOR name | users | column name, CONSTRAINT: expected [df_users_name] but was a name made by the system
            ALTER TABLE dbo.users DROP CONSTRAINT ck_users_name | users | missing check ck_users_name (LEN(name) > 0)
            ALTER TABLE dbo.users DROP CONSTRAINT ck_users_name; ALTER TABLE dbo.users ADD CONSTRAINT ck_users_name CHECK (LEN(name) > 1) | users | check ck_users_name: expected (LEN(name) > 0) but was (LEN(name) > 1)
            ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users; ALTER TABLE dbo.todos ADD CONSTRAINT fk_todos_users FOREIGN KEY (user_id) REFERENCES dbo.users (id) | todos | foreign key fk_todos_users, ON DELETE: expected CASCADE but was none
            ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users; ALTER TABLE dbo.todos ADD CONSTRAINT fk_other FOREIGN KEY (user_id) REFERENCES dbo.users (id) ON DELETE CASCADE | todos | foreign key ([user_id]), name: expected fk_todos_users but was fk_other
            DROP INDEX ix_todos_user ON dbo.todos | todos | missing index ix_todos_user ([user_id])
            DROP INDEX ix_todos_user ON dbo.todos; CREATE UNIQUE INDEX ix_todos_user ON dbo.todos (user_id) | todos | index ix_todos_user: expected not unique but was UNIQUE
            DROP TABLE dbo.todos | todos | missing table dbo.todos
            CREATE TABLE dbo.left_behind (id INT) | left_behind | unexpected table dbo.left_behind
            EXEC sp_rename 'dbo.users', 'people' | users people | missing table dbo.users
            EXEC sp_rename 'dbo.users', 'people' | users people | foreign key fk_todos_users, REFERENCES: expected [dbo].[users]([id]) but was [dbo].[people]([id])
            ALTER VIEW dbo.names AS SELECT id FROM dbo.users | names | expected CREATE VIEW dbo.names AS SELECT name FROM dbo.users but was ALTER VIEW dbo.names AS SELECT id FROM dbo.users
            DROP SEQUENCE dbo.numbers; CREATE SEQUENCE dbo.numbers AS INT START WITH 5 | numbers | sequence dbo.numbers:
            """)
    void isSeen(String change, String touched, String expected) throws Exception {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(SCRIPT)) {
            SchemaWatch watch = SchemaReader.forH2().watch();
            watch.read(schema.connection());
            SchemaSnapshot before = watch.readAgain(schema.connection(), Optional.of(names(touched)));

            SchemaSnapshot after = schema.run(change).read();

            assertThat(before.diff(after).toString()).contains(expected);
            assertThat(watch.readAgain(schema.connection(), Optional.of(names(touched))))
                    .isEqualTo(after);
        }
    }

    @Test
    void anIdentitySeedIsSeen() throws Exception {
        SchemaSnapshot after = EmbeddedSchema.of(SCRIPT.replace("IDENTITY(1, 1)", "IDENTITY(100, 1)"));

        assertThat(EmbeddedSchema.of(SCRIPT).diff(after)).hasToString("""
                table dbo.users:
                  column id, IDENTITY: expected (1,1) but was (100,1)
                """);
    }

    @Test
    void aColumnAddedAgainStandsLast() throws Exception {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(SCRIPT)) {
            SchemaSnapshot before = schema.read();
            schema.run("ALTER TABLE dbo.todos ADD title NVARCHAR(10) NULL");
            schema.run("ALTER TABLE dbo.users DROP CONSTRAINT df_users_name, ck_users_name; DROP VIEW dbo.names;"
                    + " ALTER TABLE dbo.users DROP COLUMN name; ALTER TABLE dbo.todos DROP COLUMN title;");
            schema.run("ALTER TABLE dbo.users ADD name NVARCHAR(50) NOT NULL CONSTRAINT df_users_name DEFAULT N'x',"
                    + " CONSTRAINT ck_users_name CHECK (LEN(name) > 0)\nGO\n"
                    + "CREATE VIEW dbo.names AS SELECT name FROM dbo.users");

            SchemaDiff diff = before.diff(schema.read());

            assertThat(diff.isOnlyColumnOrder()).isTrue();
            assertThat(diff).hasToString("""
                    table dbo.users:
                      order of columns: expected id, name, note but was id, note, name
                    """);
        }
    }

    @Test
    void whatIsDoneAndUndoneIsTheVerySameObjectToAWatch() throws Exception {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(SCRIPT)) {
            SchemaWatch watch = SchemaReader.forH2().watch();
            SchemaSnapshot before = watch.read(schema.connection());
            Optional<java.util.Collection<TableName>> touched = Optional.of(names("todos"));
            schema.run("ALTER TABLE dbo.todos ADD title NVARCHAR(10) NULL");
            watch.readAgain(schema.connection(), touched);
            schema.run("ALTER TABLE dbo.todos DROP COLUMN title");

            SchemaSnapshot after = watch.readAgain(schema.connection(), touched);

            assertThat(after.objects())
                    .usingElementComparator((one, other) -> one == other ? 0 : 1)
                    .containsExactlyElementsOf(before.objects());
        }
    }

    @Test
    void aForeignKeyPointsToTheColumnsOfItsTableThoughAnotherHadAKeyOfThatName() throws Exception {
        String parent = "CREATE TABLE dbo.parent (id INT NOT NULL CONSTRAINT pk_x PRIMARY KEY, code INT NOT NULL)";
        try (EmbeddedSchema schema = new EmbeddedSchema().run(parent)) {
            SchemaWatch watch = SchemaReader.forH2().watch();
            watch.read(schema.connection());
            readAgain(watch, schema, "parent");
            schema.run("DROP TABLE dbo.parent; CREATE TABLE dbo.other (code INT NOT NULL CONSTRAINT pk_x PRIMARY KEY)");
            readAgain(watch, schema, "parent other");
            schema.run("DROP TABLE dbo.other; " + parent);
            readAgain(watch, schema, "parent other");
            schema.run("CREATE TABLE dbo.child (parent_id INT CONSTRAINT fk_c REFERENCES dbo.parent (id))");

            assertThat(readAgain(watch, schema, "child")).isEqualTo(schema.read());
        }
    }

    @Test
    void manyStepsThereAndBackReadWhatAWholeReadingReads() throws Exception {
        List<String> steps = List.of(
                "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL",
                "DROP INDEX ix_todos_user ON dbo.todos",
                "CREATE INDEX ix_todos_user ON dbo.todos (user_id)",
                "ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users",
                "ALTER TABLE dbo.users DROP COLUMN phone",
                "ALTER TABLE dbo.todos ADD CONSTRAINT fk_todos_users FOREIGN KEY (user_id) REFERENCES dbo.users (id) ON"
                        + " DELETE CASCADE",
                "CREATE SCHEMA other",
                "CREATE TABLE other.users (id INT NOT NULL PRIMARY KEY)",
                "DROP VIEW dbo.names",
                "DROP TABLE other.users",
                "DROP SEQUENCE dbo.numbers",
                "CREATE SEQUENCE dbo.numbers AS INT START WITH 1");
        try (EmbeddedSchema schema = new EmbeddedSchema().run(SCRIPT)) {
            SchemaWatch watch = SchemaReader.forH2().watch();
            watch.read(schema.connection());
            for (String step : steps) {
                schema.run(step);

                assertThat(readAgain(watch, schema, "users todos names numbers"))
                        .as(step)
                        .isEqualTo(schema.read());
            }
        }
    }

    private static SchemaSnapshot readAgain(SchemaWatch watch, EmbeddedSchema schema, String touched) throws Exception {
        return watch.readAgain(schema.connection(), Optional.of(names(touched)));
    }

    private static List<TableName> names(String touched) {
        return List.of(touched.split(" ")).stream().map(TableName::parse).toList();
    }
}
