package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes of views on H2, which takes none. */
class IndexedViewsOnH2Test {

    private static final String BEFORE = """
            CREATE TABLE dbo.sales (id INT NOT NULL PRIMARY KEY, item INT NOT NULL, amount INT NOT NULL, note VARCHAR(20) NULL);
            INSERT INTO dbo.sales VALUES (1, 1, 5, 'a'), (2, 1, 6, 'b');
            GO
            CREATE VIEW dbo.totals WITH SCHEMABINDING AS
                SELECT item, SUM(amount) AS total, COUNT_BIG(*) AS sales FROM dbo.sales GROUP BY item;
            GO
            CREATE UNIQUE CLUSTERED INDEX cx ON dbo.totals (item) WITH (FILLFACTOR = 80) ON [PRIMARY];
            CREATE INDEX ix_total ON dbo.totals (total DESC, sales);
            GO
            CREATE VIEW dbo.plain AS SELECT id, note FROM dbo.sales;
            GO
            CREATE VIEW dbo.bound WITH SCHEMABINDING AS SELECT id, item, note FROM dbo.sales;
            """;

    @Test
    void areInTheSchemaAsSqlServerTellsThem() throws SQLException {
        assertThat(EmbeddedSchema.of(BEFORE).toString())
                .contains("\n  index [cx] ([item]) UNIQUE KIND CLUSTERED WITH (FILLFACTOR = 80)\n"
                        + "  index [ix_total] ([total] DESC, [sales])\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX ix_total ON dbo.totals",
                "DROP INDEX cx ON dbo.totals",
                "DROP VIEW dbo.totals",
                "CREATE UNIQUE CLUSTERED INDEX cx ON dbo.bound (id); CREATE INDEX ix ON dbo.bound (note)",
                "ALTER INDEX ix_total ON dbo.totals DISABLE",
                "GO\nALTER VIEW dbo.totals WITH SCHEMABINDING AS SELECT item, COUNT_BIG(*) AS sales FROM dbo.sales GROUP BY item"
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
    void goAndAreRenamedWithTheirView() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("EXEC sp_rename 'dbo.totals', 'sums'; EXEC sp_rename 'dbo.sums.cx', 'first', 'INDEX'");
            assertThat(schema.read().toString()).contains("index [first] ([item]) UNIQUE");

            schema.run("DROP INDEX first ON dbo.sums");
            assertThat(schema.read().toString()).doesNotContain("ix_total");
        }
    }

    @Test
    void goWhenTheirViewIsAltered() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("CREATE OR ALTER VIEW dbo.totals WITH SCHEMABINDING AS SELECT item FROM dbo.sales");

            assertThat(schema.read().toString()).doesNotContain("[cx]").doesNotContain("ix_total");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE UNIQUE CLUSTERED INDEX x ON dbo.plain (id) | Msg 1939: Cannot create index on view 'plain' because the view is not schema bound.
            CREATE INDEX x ON dbo.bound (id) | Msg 1940: Cannot create index on view 'dbo.bound'. It does not have a unique clustered index.
            CREATE UNIQUE INDEX x ON dbo.bound (id) | Msg 1940
            CREATE CLUSTERED INDEX x ON dbo.bound (id) | Msg 1941: Cannot create nonunique clustered index on view 'dbo.bound'
            CREATE UNIQUE CLUSTERED INDEX x ON dbo.bound (nobody) | Msg 1911
            CREATE UNIQUE CLUSTERED INDEX x ON dbo.bound (item) | Msg 1505
            CREATE UNIQUE CLUSTERED INDEX x ON dbo.totals (item) | Msg 1902
            CREATE INDEX ix_total ON dbo.totals (sales) | Msg 1913
            CREATE INDEX x ON dbo.totals (total) WHERE sales > 1 | Msg 10610
            CREATE COLUMNSTORE INDEX x ON dbo.totals (total) | Msg 35305
            CREATE INDEX x ON dbo.nobody (id) | nobody
            ALTER TABLE dbo.sales DROP COLUMN amount | Msg 5074
            """)
    void refusesWhatDoesNotFit(String script, String message) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            assertThatThrownBy(() -> schema.run(script)).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT DISTINCT item FROM dbo.sales | 10100
            SELECT TOP 1 item FROM dbo.sales | 10101
            SELECT s.item FROM dbo.sales s LEFT JOIN dbo.sales t ON t.id = s.id | 10113
            SELECT item FROM dbo.sales UNION SELECT id FROM dbo.sales | 10116
            SELECT item, COUNT(*) AS n FROM dbo.sales GROUP BY item | 10136
            SELECT item, SUM(amount) AS n FROM dbo.sales GROUP BY item | 10138
            """)
    void refusesQueriesOfWhichNothingCanBeKept(String query, int error) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("CREATE VIEW dbo.v WITH SCHEMABINDING AS " + query);

            assertThatThrownBy(() -> schema.run("CREATE UNIQUE CLUSTERED INDEX x ON dbo.v (item)"))
                    .hasMessageContaining("Msg " + error + ": Cannot create index on view \"dbo.v\" because");
        }
    }

    @Test
    void conditionsKnowThem() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("""
                    IF (SELECT COUNT(*) FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.totals')) = 2
                       AND EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'cx' AND index_id = 1 AND is_unique = 1
                                   AND type_desc = 'CLUSTERED')
                       AND NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.plain'))
                        CREATE TABLE dbo.found (a INT)""");

            assertThat(schema.read().toString()).contains("[dbo].[found]");
        }
    }
}
