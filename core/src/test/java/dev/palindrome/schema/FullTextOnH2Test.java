package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Full-text catalogues and indexes on H2, which has none; a script has nothing beside them. */
class FullTextOnH2Test {

    private static final String TABLES = """
            CREATE TABLE dbo.docs (
                id INT NOT NULL CONSTRAINT pk_docs PRIMARY KEY, code INT NOT NULL, title NVARCHAR(100) NULL,
                file_ VARBINARY(MAX) NULL, ending NVARCHAR(8) NULL, pages INT NULL);
            CREATE TABLE dbo.unnamed (id INT NOT NULL PRIMARY KEY, text_ VARCHAR(MAX) NULL);
            CREATE UNIQUE INDEX ux_code ON dbo.docs (code);
            CREATE UNIQUE INDEX ux_pages ON dbo.docs (pages);
            CREATE INDEX ix_code ON dbo.docs (code)
            """;

    private static final String BEFORE = """
            CREATE FULLTEXT CATALOG words WITH ACCENT_SENSITIVITY = OFF;
            CREATE FULLTEXT CATALOG more AS DEFAULT AUTHORIZATION dbo;
            CREATE FULLTEXT STOPLIST stops FROM SYSTEM STOPLIST;
            ALTER FULLTEXT STOPLIST stops ADD 'en' LANGUAGE 'Spanish';
            CREATE FULLTEXT INDEX ON dbo.docs (title LANGUAGE 'German', file_ TYPE COLUMN ending LANGUAGE 0x409)
                KEY INDEX pk_docs ON words WITH (CHANGE_TRACKING = MANUAL, STOPLIST = stops);
            CREATE FULLTEXT INDEX ON dbo.unnamed (text_ STATISTICAL_SEMANTICS) KEY INDEX %s WITH CHANGE_TRACKING OFF, NO POPULATION
            """;

    private static EmbeddedSchema before() throws SQLException {
        EmbeddedSchema schema = new EmbeddedSchema().run(TABLES);
        String key = SqlRunner.on(schema.connection())
                .query("SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_NAME = 'unnamed'")
                .texts()
                .get(0);
        return schema.run(BEFORE.formatted("[" + key + "]"));
    }

    @Test
    void areInTheSchemaAsSqlServerTellsThem() throws SQLException {
        try (EmbeddedSchema schema = before()) {
            assertThat(schema.read().toString())
                    .contains("full text catalog [words] _ACCENT_INSENSITIVE")
                    .contains("full text catalog [more] \"DEFAULT\"")
                    .contains("full text index [words] ([file_] TYPE COLUMN [ending] 1033, [title] 1031)"
                            + " DETAILS (KEY INDEX [pk_docs], CHANGE_TRACKING = MANUAL, STOPLIST = [stops])")
                    .contains("full text index [more] ([text_] 1033 STATISTICAL_SEMANTICS)"
                            + " DETAILS (KEY INDEX PRIMARY_KEY_CONSTRAINT, CHANGE_TRACKING = OFF, STOPLIST = SYSTEM)");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ALTER FULLTEXT CATALOG words REBUILD WITH ACCENT_SENSITIVITY = ON | full text catalog [words]~n
            ALTER FULLTEXT CATALOG words AS DEFAULT | full text catalog [words] DEFAULT_ACCENT_INSENSITIVE
            CREATE FULLTEXT CATALOG third AS DEFAULT | full text catalog [more]~n
            ALTER FULLTEXT INDEX ON dbo.docs DISABLE | STOPLIST = [stops]) DISABLED
            ALTER FULLTEXT INDEX ON docs SET CHANGE_TRACKING AUTO | CHANGE_TRACKING = AUTO, STOPLIST = [stops])
            ALTER FULLTEXT INDEX ON docs SET STOPLIST = OFF | CHANGE_TRACKING = MANUAL, STOPLIST = OFF)
            ALTER FULLTEXT INDEX ON docs ADD (ending) WITH NO POPULATION | ([ending] 1033, [file_] TYPE COLUMN [ending] 1033, [title] 1031)
            ALTER FULLTEXT INDEX ON docs DROP (title) | full text index [words] ([file_] TYPE COLUMN [ending] 1033) DETAILS
            """)
    void followWhatIsChanged(String change, String told) throws SQLException {
        try (EmbeddedSchema schema = before()) {
            assertThat(schema.run(change).read().toString()).contains(told.replace("~n", "\n"));
        }
    }

    @Test
    void goAndAreRenamedWithTheirTable() throws SQLException {
        try (EmbeddedSchema schema = before()) {
            schema.run("EXEC sp_rename 'dbo.docs.title', 'name', 'COLUMN'; EXEC sp_rename 'dbo.docs', 'papers'");
            assertThat(schema.read().toString()).contains("[name] 1031");

            schema.run("DROP TABLE dbo.papers; DROP TABLE dbo.unnamed");
            schema.run("DROP FULLTEXT CATALOG words; DROP FULLTEXT CATALOG more; DROP FULLTEXT STOPLIST stops");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of("PRINT 'nothing'"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE FULLTEXT CATALOG Words | Msg 7642: A full-text catalog named 'Words' already exists
            DROP FULLTEXT CATALOG nobody | Msg 7641: Full-Text catalog 'nobody' does not exist
            DROP FULLTEXT CATALOG words | Msg 7668: Cannot drop full-text catalog 'words' because it contains a full-text index.
            DROP FULLTEXT STOPLIST stops | Msg 7687
            DROP FULLTEXT STOPLIST nobody | Msg 15151
            CREATE FULLTEXT INDEX ON dbo.docs (title) KEY INDEX pk_docs | Msg 7652
            CREATE FULLTEXT INDEX ON dbo.nobody (title) KEY INDEX pk_docs | Msg 208
            ALTER FULLTEXT INDEX ON dbo.docs ADD (pages) | Msg 7670
            ALTER FULLTEXT INDEX ON dbo.docs ADD (nobody) | Msg 1911
            ALTER FULLTEXT INDEX ON dbo.docs ADD (title) | Msg 7672
            ALTER FULLTEXT INDEX ON dbo.docs SET STOPLIST nobody | Msg 15151
            DROP FULLTEXT INDEX ON dbo.docs; ALTER FULLTEXT INDEX ON dbo.docs ENABLE | Msg 7660
            DROP FULLTEXT INDEX ON dbo.docs; CREATE FULLTEXT INDEX ON dbo.docs (title) KEY INDEX ux_pages | Msg 7653
            DROP FULLTEXT INDEX ON dbo.docs; CREATE FULLTEXT INDEX ON dbo.docs (title) KEY INDEX ix_code | Msg 7653: 'ix_code' is not a valid index
            DROP FULLTEXT INDEX ON dbo.docs; CREATE FULLTEXT INDEX ON dbo.docs (title) KEY INDEX pk_docs ON nobody | Msg 7641
            DROP FULLTEXT INDEX ON dbo.docs; DROP FULLTEXT INDEX ON dbo.unnamed; DROP FULLTEXT CATALOG more; CREATE FULLTEXT INDEX ON dbo.docs (title) KEY INDEX ux_code | Msg 9967
            ALTER TABLE dbo.docs DROP COLUMN title | Msg 7614: Cannot alter or drop column 'title' because it is enabled for Full-Text Search.
            ALTER TABLE dbo.docs ALTER COLUMN title NVARCHAR(20) | Msg 7614
            """)
    void refusesWhatDoesNotFit(String script, String message) throws SQLException {
        try (EmbeddedSchema schema = before()) {
            assertThatThrownBy(() -> schema.run(script)).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE FULLTEXT INDEX ON t (a) | 102
            CREATE FULLTEXT INDEX ON t (a) KEY INDEX k WITH (CHANGE_TRACKNG = OFF) | 102
            CREATE FULLTEXT INDEX ON t (a, A) KEY INDEX k | 7672
            CREATE FULLTEXT INDEX ON t (a) KEY INDEX k WITH CHANGE_TRACKING AUTO, NO POPULATION | 7663
            CREATE FULLTEXT CATALOG c AS DEAFULT | 102
            CREATE FULLTEXT CATALOG c; CREATE TABLE t (a INT) | 574
            CREATE TABLE t (a INT); DROP FULLTEXT INDEX ON t | 574
            """)
    void refusesWhatSqlServerRefuses(String statement, int error) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("(error " + error + ": ");
    }

    @Test
    void mixWithOthersWhereThereIsNoTransaction() {
        assertThat(TranslatedScript.rewriteWithoutTransaction(
                                "V1__t.sql", "CREATE TABLE t (a INT); CREATE FULLTEXT CATALOG c")
                        .statements())
                .hasSize(2);
        assertThatThrownBy(() -> TranslatedScript.rewriteWithoutTransaction(
                        "V1__t.sql", "BEGIN TRAN; CREATE FULLTEXT CATALOG c; COMMIT"))
                .hasMessageContaining("(error 574: ");
        assertThatThrownBy(() -> TranslatedScript.rewriteWithoutTransaction("V1__t.sql", "COMMIT"))
                .hasMessageContaining("(error 3902: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM dbo.docs WHERE CONTAINS(title, 'a')",
                "DELETE FROM dbo.docs WHERE FREETEXT(*, 'a')",
                "INSERT INTO t SELECT [KEY] FROM CONTAINSTABLE(dbo.docs, title, 'a')"
            })
    void leavesToSqlServerWhatSearches(String statement) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("needs SQL Server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXISTS (SELECT * FROM sys.fulltext_catalogs WHERE name = 'more' AND is_default = 1)",
                "NOT EXISTS (SELECT * FROM sys.fulltext_catalogs WHERE name = 'nobody')",
                "EXISTS (SELECT 1 FROM sys.fulltext_indexes i JOIN sys.fulltext_catalogs c ON"
                        + " c.fulltext_catalog_id = i.fulltext_catalog_id WHERE i.object_id = OBJECT_ID('docs') AND c.name = 'words')"
            })
    void conditionsKnowThem(String condition) throws SQLException {
        try (EmbeddedSchema schema = before()) {
            schema.run("IF " + condition + " CREATE TABLE dbo.found (a INT)");

            assertThat(schema.read().toString()).contains("[dbo].[found]");
        }
    }
}
