package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections of XML schemas and indexes of XML, shapes, JSON and vectors on H2, which has none. */
class XmlAndSpatialIndexesOnH2Test {

    private static final String BEFORE = """
            CREATE XML SCHEMA COLLECTION dbo.notes AS N'
              <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="note" type="xs:string"/></xs:schema>';
            CREATE XML SCHEMA COLLECTION dbo.spare AS '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';
            CREATE TABLE dbo.kept (
                id INT NOT NULL CONSTRAINT pk_kept PRIMARY KEY, body XML(DOCUMENT dbo.notes) NULL, other XML NULL,
                place GEOGRAPHY NULL, plan_ GEOMETRY NULL, facts JSON NULL, embedding VECTOR(3) NULL);
            CREATE PRIMARY XML INDEX xp ON dbo.kept (body) WITH (PAD_INDEX = ON, ALLOW_PAGE_LOCKS = OFF);
            CREATE XML INDEX xs_path ON dbo.kept (body) USING XML INDEX xp FOR PATH;
            CREATE XML INDEX xs_value ON dbo.kept (body) USING XML INDEX [XP] FOR VALUE WITH (FILLFACTOR = 80);
            CREATE SPATIAL INDEX sp_place ON dbo.kept (place);
            CREATE SPATIAL INDEX sp_plan ON dbo.kept (plan_) USING GEOMETRY_GRID
                WITH (BOUNDING_BOX = (xmin = -1, ymin = 0, xmax = 500.5, ymax = 200), GRIDS = (LOW, LEVEL_3 = HIGH),
                      CELLS_PER_OBJECT = 64, DATA_COMPRESSION = PAGE);
            CREATE JSON INDEX js ON dbo.kept (facts) FOR ('$.b', '$.a') WITH (OPTIMIZE_FOR_ARRAY_SEARCH = ON, FILLFACTOR = 70);
            CREATE VECTOR INDEX ve ON dbo.kept (embedding) WITH (METRIC = 'cosine', TYPE = 'diskann')
            """;

    @Test
    void areInTheSchemaAsSqlServerTellsThem() throws SQLException {
        assertThat(EmbeddedSchema.of(BEFORE).toString())
                .contains("xml schema collection [dbo].[spare] \"<schema xmlns=")
                .contains("column [body] XML NULL XML SCHEMA [dbo].[notes](DOCUMENT)")
                .contains(
                        "index [xp] ([body]) KIND XML DETAILS (PRIMARY) WITH (PAD_INDEX = ON, ALLOW_PAGE_LOCKS = OFF)")
                .contains("index [xs_path] ([body]) KIND XML DETAILS (USING [xp] FOR PATH)")
                .contains("index [xs_value] ([body]) KIND XML DETAILS (USING [XP] FOR VALUE) WITH (FILLFACTOR = 80)")
                .contains("index [sp_place] ([place]) KIND SPATIAL DETAILS (GEOGRAPHY_AUTO_GRID, CELLS 8)")
                .contains("index [sp_plan] ([plan_]) KIND SPATIAL DETAILS (GEOMETRY_GRID, BOX -1.0000000000000000e+000"
                        + " 0.0000000000000000e+000 5.0050000000000000e+002 2.0000000000000000e+002,"
                        + " GRIDS LOW MEDIUM HIGH MEDIUM, CELLS 64) COMPRESSION PAGE")
                .contains("index [js] ([facts]) KIND JSON DETAILS (FOR $.a, $.b, OPTIMIZE_FOR_ARRAY_SEARCH = ON)"
                        + " WITH (FILLFACTOR = 70)")
                .contains("index [ve] ([embedding]) KIND VECTOR DETAILS (METRIC = COSINE, TYPE = DISKANN)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX xp ON dbo.kept",
                "DROP INDEX xs_path ON dbo.kept",
                "DROP INDEX sp_place ON dbo.kept",
                "DROP INDEX sp_plan ON dbo.kept; DROP INDEX js ON dbo.kept; DROP INDEX ve ON dbo.kept",
                "DROP TABLE dbo.kept; DROP XML SCHEMA COLLECTION dbo.notes",
                "DROP XML SCHEMA COLLECTION dbo.spare",
                "CREATE XML SCHEMA COLLECTION more AS '<schema/>'",
                "CREATE PRIMARY XML INDEX xo ON dbo.kept (other)",
                "CREATE SPATIAL INDEX sp_place ON dbo.kept (place) USING GEOGRAPHY_GRID WITH (DROP_EXISTING = ON)",
                "ALTER INDEX xs_path ON dbo.kept DISABLE",
                "ALTER TABLE dbo.kept ADD extra XML(notes) NULL"
            })
    void draftsChangeThemBack(String change) throws SQLException {
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
    void aPrimaryIndexTakesItsSecondaryOnesAlong() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("EXEC sp_rename 'dbo.kept.xp', 'first', 'INDEX'; EXEC sp_rename 'dbo.kept', 'docs';"
                    + " EXEC sp_rename 'dbo.docs.body', 'text', 'COLUMN'");

            assertThat(schema.read().toString())
                    .contains("index [xs_path] ([text]) KIND XML DETAILS (USING [first] FOR PATH)");

            schema.run("DROP INDEX first ON dbo.docs");

            assertThat(schema.read().toString()).doesNotContain("KIND XML");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE XML SCHEMA COLLECTION dbo.Notes AS '<schema/>' | Msg 219
            ALTER XML SCHEMA COLLECTION nobody ADD '<schema/>' | Msg 15151
            DROP XML SCHEMA COLLECTION nobody | Msg 15151: Cannot drop the xml schema collection 'nobody'
            DROP XML SCHEMA COLLECTION notes | Msg 6328: Specified collection 'notes' cannot be dropped because it is used by object 'dbo.kept'.
            CREATE TABLE dbo.t (a XML(nobody)) | Msg 6314: Collection specified does not exist in metadata : 'nobody'
            ALTER TABLE dbo.kept ADD a XML(dbo.nobody) | Msg 6314
            CREATE PRIMARY XML INDEX xp2 ON dbo.kept (body) | Msg 6331: Primary XML Index 'xp' already exists
            CREATE PRIMARY XML INDEX xp ON dbo.kept (other) | Msg 1913
            CREATE PRIMARY XML INDEX x ON dbo.kept (id) | Msg 6330
            CREATE PRIMARY XML INDEX x ON dbo.kept (nobody) | Msg 1911
            CREATE PRIMARY XML INDEX x ON dbo.nobody (body) | Msg 1088
            CREATE XML INDEX x ON dbo.kept (other) USING XML INDEX xp FOR PATH | Msg 6333
            CREATE TABLE dbo.heap (a XML); CREATE PRIMARY XML INDEX x ON dbo.heap (a) | Msg 6332
            CREATE TABLE dbo.heap (a GEOGRAPHY); CREATE SPATIAL INDEX x ON dbo.heap (a) | Msg 12008
            CREATE SPATIAL INDEX x ON dbo.kept (id) | Msg 12002
            ALTER TABLE dbo.kept DROP CONSTRAINT pk_kept | Msg 3734
            ALTER TABLE dbo.kept DROP COLUMN body | Msg 5074: The index 'xp' is dependent on column 'body'.
            ALTER TABLE dbo.kept DROP COLUMN place | Msg 5074
            """)
    void refusesWhatDoesNotFit(String script, String message) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            assertThatThrownBy(() -> schema.run(script)).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE XML SCHEMA COLLECTION c AS 'no xml' | 2378
            CREATE XML SCHEMA COLLECTION c AS | 102
            CREATE XML SCHEMA COLLECTION c ADD '<schema/>' | 156
            CREATE PRIMARY XML INDEX x ON t (a, b) | 102
            CREATE XML INDEX x ON t (a) USING XML INDEX p FOR PTAH | 102
            CREATE XML INDEX x ON t (a) FOR PATH | 156
            CREATE SPATIAL INDEX x ON t (a) USING GEOMETRY_GRID | 12007
            CREATE SPATIAL INDEX x ON t (a) USING GEOMTERY_GRID | 102
            CREATE SPATIAL INDEX x ON t (a) WITH (BOUNDING_BOX = (1, 2, 3)) | 12007
            CREATE SPATIAL INDEX x ON t (a) USING GEOGRAPHY_GRID WITH (GRIDS = (LOW, HIHG)) | 102
            CREATE VECTOR INDEX v ON t (a) WITH (METRIC = 'nearest') | 42210
            """)
    void refusesWhatSqlServerRefuses(String statement, int error) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("(error " + error + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM sys.xml_schema_collections WHERE name = 'notes' AND schema_id = SCHEMA_ID('dbo') | 1
            SELECT * FROM sys.indexes WHERE name = 'xp' AND type = 3 AND type_desc = 'XML' AND index_id >= 256000 | 1
            SELECT * FROM sys.xml_indexes WHERE object_id = OBJECT_ID('dbo.kept') | 3
            SELECT * FROM sys.spatial_indexes WHERE name LIKE 'sp_%' | 2
            """)
    void conditionsKnowThem(String query, int rows) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("IF (" + query.replace("* FROM", "COUNT(*) FROM") + ") = " + rows
                    + " CREATE TABLE dbo.found (a INT)");

            assertThat(schema.read().toString()).contains("[dbo].[found]");
        }
    }
}
