package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What H2 does not know of tables and columns is seen in the schema all the same, and changed back by drafts. */
class EmbeddedTableFeaturesTest {

    private static final String BEFORE = """
            ALTER DATABASE CURRENT ADD FILEGROUP [data];
            ALTER DATABASE CURRENT ADD FILEGROUP Large;
            CREATE XML SCHEMA COLLECTION dbo.notes AS N'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';
            CREATE TABLE dbo.things (
                id INT NOT NULL CONSTRAINT pk_things PRIMARY KEY,
                name NVARCHAR(20) NULL,
                mail NVARCHAR(50) MASKED WITH (FUNCTION = 'email()') NULL,
                hint INT SPARSE NULL,
                guid UNIQUEIDENTIFIER NOT NULL ROWGUIDCOL CONSTRAINT df_guid DEFAULT NEWSEQUENTIALID(),
                body XML NULL)
            ON [data] TEXTIMAGE_ON large WITH (DATA_COMPRESSION = PAGE)
            """;

    @Test
    void columnsKeepTheirTypes() throws SQLException {
        String schema = EmbeddedSchema.of("""
                        CREATE XML SCHEMA COLLECTION dbo.notes AS N'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>'
                        CREATE TABLE dbo.kept (
                            a XML, b XML(dbo.notes), c XML(DOCUMENT notes), d HIERARCHYID NOT NULL PRIMARY KEY, e GEOGRAPHY,
                            f GEOMETRY NULL, g SQL_VARIANT, h JSON, i VECTOR(3), timestamp)""").toString();

        assertThat(schema)
                .contains("[a] XML")
                .contains("[b] XML NULL XML SCHEMA [dbo].[notes]")
                .contains("[c] XML NULL XML SCHEMA [dbo].[notes](DOCUMENT)")
                .contains("[d] HIERARCHYID NOT NULL")
                .contains("[e] GEOGRAPHY")
                .contains("[f] GEOMETRY")
                .contains("[g] SQL_VARIANT")
                .contains("[h] JSON")
                .contains("[i] VECTOR(3)")
                .contains("[timestamp] TIMESTAMP NOT NULL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE dbo.t (a INT) ON [PRIMRAY] | Msg 1921: Invalid filegroup 'PRIMRAY' specified.
            CREATE TABLE dbo.t (a VARCHAR(MAX)) TEXTIMAGE_ON large | Msg 1921: Invalid filegroup 'large' specified.
            CREATE TABLE dbo.t (a INT PRIMARY KEY ON [keys]) | Msg 1921: Invalid filegroup 'keys' specified.
            CREATE TABLE dbo.t (a INT, INDEX i (a) ON [keys]) | Msg 1921: Invalid filegroup 'keys' specified.
            CREATE TABLE dbo.t (a INT NOT NULL); ALTER TABLE dbo.t ADD PRIMARY KEY (a) ON [keys] | Msg 1921
            ALTER DATABASE CURRENT ADD FILEGROUP a; ALTER DATABASE CURRENT REMOVE FILEGROUP A; CREATE TABLE t (a INT) ON a | Msg 1921
            ALTER DATABASE CURRENT ADD FILEGROUP a; ALTER DATABASE CURRENT ADD FILEGROUP A | Msg 5035: Filegroup 'A' already exists
            ALTER DATABASE CURRENT REMOVE FILEGROUP a | Msg 5014: The filegroup 'a' does not exist
            """)
    void refusesFileGroupsThatNobodyMade(String script, String message) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            assertThatThrownBy(() -> schema.run(script)).hasMessageContaining(message);
        }
    }

    @Test
    void aFileGroupAloneIsNothingThatIsCompared() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.read();

            schema.run("ALTER DATABASE CURRENT ADD FILEGROUP [data]");
            assertThat(schema.read()).isEqualTo(before);
        }
    }

    @Test
    void tablesAndColumnsKeepWhatH2DoesNotKnow() throws SQLException {
        assertThat(EmbeddedSchema.of(BEFORE).toString())
                .contains("[mail] NVARCHAR(50) NULL MASKED WITH email()")
                .contains("[hint] INT NULL SPARSE")
                .contains("ROWGUIDCOL")
                .contains("ON [data] TEXTIMAGE_ON [large] COMPRESSION PAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE dbo.things ALTER COLUMN mail DROP MASKED",
                "ALTER TABLE dbo.things ALTER COLUMN name ADD MASKED WITH (FUNCTION = 'partial(1, \"x\", 0)')",
                "ALTER TABLE dbo.things ALTER COLUMN hint DROP SPARSE",
                "ALTER TABLE dbo.things ALTER COLUMN hint BIGINT SPARSE NULL",
                "ALTER TABLE dbo.things ALTER COLUMN name ADD SPARSE",
                "ALTER TABLE dbo.things ALTER COLUMN guid DROP ROWGUIDCOL",
                "ALTER TABLE dbo.things ALTER COLUMN body XML(dbo.notes) NULL",
                "ALTER TABLE dbo.things SET (LOCK_ESCALATION = DISABLE)",
                "ALTER TABLE dbo.things ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)",
                "ALTER TABLE dbo.things REBUILD WITH (DATA_COMPRESSION = NONE)",
                "ALTER TABLE dbo.things ADD shape GEOGRAPHY NULL, node HIERARCHYID NULL, version ROWVERSION",
                "ALTER TABLE dbo.things DROP COLUMN body",
                "DROP TABLE dbo.things"
            })
    void draftsChangeItBack(String change) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            SchemaSnapshot before = schema.read();
            SchemaSnapshot after = schema.run(change).read();

            assertThat(before.diff(after).isEmpty()).isFalse();

            schema.run(SchemaChange.from(after, before).sql());

            assertThat(before.diff(schema.read()).toString())
                    .isEqualTo(before.diff(before).toString());
        }
    }

    @Test
    void aRebuildThatSaysNothingOfCompressionLeavesIt() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            SchemaSnapshot before = schema.read();

            schema.run("ALTER TABLE dbo.things REBUILD PARTITION = ALL WITH (ONLINE = ON)");

            assertThat(before.diff(schema.read()).isEmpty()).isTrue();
        }
    }

    @Test
    void factsGoWithTheTableAndFollowItsName() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("EXEC sp_rename 'dbo.things', 'items'; EXEC sp_rename 'dbo.items.hint', 'clue', 'COLUMN'");

            assertThat(schema.read().toString()).contains("COMPRESSION PAGE").contains("[clue] INT NULL SPARSE");

            schema.run("DROP TABLE dbo.items");

            assertThat(schema.read().toString()).doesNotContain("items");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a XML         | <a><b c='1'/></a> | none
            a JSON        | {"a":1}           | {"a":
            a VECTOR(2)   | [1,2]             | {"a":1}
            a HIERARCHYID | /1/2.5/           | 1/2
            a GEOGRAPHY   | POINT(1 2)        | PIONT(1 2)
            a GEOMETRY    | LINESTRING(1 1, 2 2) | 12
            a SQL_VARIANT | 1.50              | none
            """)
    void valuesComeBackAsTheyAre(String column, String value, String wrong) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run("CREATE TABLE dbo.kept (" + column + ")")) {
            SqlRunner sql = SqlRunner.on(schema.connection());
            schema.run("INSERT INTO dbo.kept VALUES (N'" + value.replace("'", "''") + "')");

            assertThat(sql.query("SELECT a FROM dbo.kept").texts()).isEqualTo(List.of(value));
            if (!wrong.equals("none")) {
                assertThatThrownBy(() -> schema.run("INSERT INTO dbo.kept VALUES (N'" + wrong + "')"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE t (a INT SPARSE NOT NULL) | 1731
            CREATE TABLE t (a INT SPARSE DEFAULT 1) | 1731
            CREATE TABLE t (a GEOGRAPHY SPARSE) | 1731
            CREATE TABLE t (a NVARCHAR(5) COLLATE Klingon) | 448
            CREATE TABLE t (a VECTOR) | 42205
            CREATE TABLE t (a INT) WITH (DATA_COMPRESSION = PAEG) | 102
            CREATE TABLE t (a INT MASKED WITH (FUNCTION 'default()')) | 102
            ALTER TABLE t SET (LOCK_ESCALATION = ON) | 156
            ALTER TABLE t ALTER COLUMN a ADD SPRASE | 102
            """)
    void refusesWhatSqlServerRefuses(String statement, int error) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("(error " + error + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE dbo.things ALTER COLUMN id ADD SPARSE | 1731
            ALTER TABLE dbo.things ALTER COLUMN nobody ADD SPARSE | 4924
            ALTER TABLE dbo.nobody SET (LOCK_ESCALATION = AUTO) | 4902
            """)
    void refusesWhatTheTableCannotBe(String statement, int error) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            assertThatThrownBy(() -> schema.run(statement)).hasMessageContaining("Msg " + error);
        }
    }

    @Test
    void defaultsCallWhatTeamsCall() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run("""
                CREATE SEQUENCE dbo.numbers AS INT START WITH 7
                GO
                CREATE TABLE dbo.log (
                    id INT NOT NULL CONSTRAINT df_id DEFAULT (NEXT VALUE FOR dbo.numbers),
                    a UNIQUEIDENTIFIER NOT NULL DEFAULT (NEWSEQUENTIALID()), b NVARCHAR(128) NOT NULL DEFAULT (SUSER_SNAME()),
                    c NVARCHAR(128) NOT NULL DEFAULT (HOST_NAME()), d NVARCHAR(128) NOT NULL DEFAULT (APP_NAME()),
                    e DATETIME NOT NULL DEFAULT (GETUTCDATE()), f DATETIMEOFFSET NOT NULL DEFAULT (SYSDATETIMEOFFSET()),
                    g NVARCHAR(128) NOT NULL DEFAULT (USER_NAME()), h SYSNAME DEFAULT USER, i INT NOT NULL DEFAULT ((-1)),
                    j DECIMAL(5, 2) NOT NULL DEFAULT (CONVERT([decimal](5,2),(1.5))), k SYSNAME DEFAULT CURRENT_USER,
                    x INT NOT NULL)
                INSERT INTO dbo.log (x) VALUES (1)
                """)) {
            assertThat(SqlRunner.on(schema.connection())
                            .query("SELECT id || c || d || g || h || i || j || k FROM dbo.log WHERE a IS NOT NULL"
                                    + " AND b IS NOT NULL AND e IS NOT NULL AND f IS NOT NULL")
                            .texts())
                    .containsExactly("7localhostpalindromedbodbo-11.50dbo");
        }
    }
}
