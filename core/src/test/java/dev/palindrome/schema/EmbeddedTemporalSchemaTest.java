package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Temporal tables in schemas: told as SQL Server's catalogue tells them, and changed by drafts. */
class EmbeddedTemporalSchemaTest {

    private static final String PLAIN = """
            CREATE TABLE dbo.t (id INT IDENTITY NOT NULL CONSTRAINT pk_t PRIMARY KEY, name NVARCHAR(9) NULL
                CONSTRAINT df_name DEFAULT N'x');
            """;

    private static final String PERIOD = """
            CREATE TABLE dbo.t (id INT IDENTITY NOT NULL CONSTRAINT pk_t PRIMARY KEY, name NVARCHAR(9) NULL
                CONSTRAINT df_name DEFAULT N'x',
                a DATETIME2(2) GENERATED ALWAYS AS ROW START NOT NULL,
                b DATETIME2(2) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL, PERIOD FOR SYSTEM_TIME (a, b));
            """;

    private static final String NAMED =
            PERIOD + "ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.t_history));";

    private static final String RETAINED =
            NAMED.replace("dbo.t_history)", "dbo.t_history, HISTORY_RETENTION_PERIOD = 6 MONTHS)");

    private static final String UNNAMED = PERIOD + "ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = ON);";

    @Test
    void tellsWhatSqlServersCatalogueTells() throws SQLException {
        assertThat(EmbeddedSchema.of(RETAINED).toString()).contains("""
                table [dbo].[t] SYSTEM_VERSIONING ([dbo].[t_history], 6 MONTH) PERIOD FOR SYSTEM_TIME ([a], [b])
                  column [id] INT NOT NULL IDENTITY (1,1)
                  column [name] NVARCHAR(9) NULL DEFAULT (N'x') CONSTRAINT [df_name]
                  column [a] DATETIME2(2) NOT NULL GENERATED ALWAYS (AS_ROW_START)
                  column [b] DATETIME2(2) NOT NULL GENERATED ALWAYS (AS_ROW_END) HIDDEN
                  primary key [pk_t] ([id])
                table [dbo].[t_history] COMPRESSION PAGE SYSTEM_VERSIONING (HISTORY)
                  column [id] INT NOT NULL
                  column [name] NVARCHAR(9) NULL
                  column [a] DATETIME2(2) NOT NULL
                  column [b] DATETIME2(2) NOT NULL
                  index [ix_t_history] ([b], [a]) KIND CLUSTERED
                """);
        assertThat(EmbeddedSchema.of(UNNAMED).toString())
                .contains("table [dbo].[t] SYSTEM_VERSIONING (ON) PERIOD FOR SYSTEM_TIME ([a], [b])")
                .doesNotContain("MSSQL_");
    }

    @Test
    void isTheSameHoweverItWasMade() throws SQLException {
        SchemaSnapshot added = EmbeddedSchema.of(PLAIN + """
                ALTER TABLE dbo.t ADD a DATETIME2(2) GENERATED ALWAYS AS ROW START NOT NULL CONSTRAINT da DEFAULT SYSUTCDATETIME(),
                    b DATETIME2(2) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL CONSTRAINT db DEFAULT '9999-12-31 23:59:59.99',
                    PERIOD FOR SYSTEM_TIME (a, b);
                ALTER TABLE dbo.t DROP CONSTRAINT da, db;
                """);
        SchemaSnapshot made = EmbeddedSchema.of(PLAIN + """
                ALTER TABLE dbo.t ADD a DATETIME2(2) NOT NULL, b DATETIME2(2) NOT NULL;
                ALTER TABLE dbo.t ADD PERIOD FOR SYSTEM_TIME (a, b);
                ALTER TABLE dbo.t ALTER COLUMN b ADD HIDDEN;
                """);

        assertThat(added.diff(EmbeddedSchema.of(PERIOD)).toString())
                .isEqualTo(made.diff(made).toString());
        assertThat(made.diff(EmbeddedSchema.of(PERIOD)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, PERIOD", "PERIOD, PLAIN", "PERIOD, NAMED", "NAMED, PERIOD", "PLAIN, NAMED", "NAMED, PLAIN",
        "NAMED, RETAINED", "RETAINED, NAMED", "PLAIN, RETAINED", "PERIOD, UNNAMED", "PLAIN, UNNAMED", "NOTHING, NAMED",
        "NAMED, NOTHING", "NOTHING, PERIOD", "PERIOD, NOTHING", "NOTHING, UNNAMED", "RETAINED, NOTHING"
    })
    void draftsChangeOneIntoTheOther(String from, String to) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(script(from))) {
            SchemaSnapshot expected = EmbeddedSchema.of(script(to));

            schema.run(SchemaChange.from(schema.read(), expected).sql());

            assertThat(expected.diff(schema.read()).toString())
                    .isEqualTo(expected.diff(expected).toString());
        }
    }

    private static String script(String name) {
        return switch (name) {
            case "PLAIN" -> PLAIN;
            case "PERIOD" -> PERIOD;
            case "NAMED" -> NAMED;
            case "RETAINED" -> RETAINED;
            case "UNNAMED" -> UNNAMED;
            default -> "PRINT 'nothing'";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX ix_name ON dbo.t_history (name)",
                "DROP INDEX ix_t_history ON dbo.t_history; CREATE CLUSTERED COLUMNSTORE INDEX cci ON dbo.t_history",
                "CREATE ROLE readers; GRANT SELECT ON dbo.t_history TO readers"
            })
    void draftsBringAHistoryBackAsItWas(String change) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(NAMED).run(change)) {
            SchemaSnapshot before = schema.read();
            schema.run("ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.t; DROP TABLE dbo.t_history");

            schema.run(SchemaChange.from(schema.read(), before).sql());

            assertThat(before.diff(schema.read()).toString())
                    .isEqualTo(before.diff(before).toString());
        }
    }

    @Test
    void draftsRenameAColumnWithoutMakingTheIndexesOfItsHistoryAnew() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(NAMED)) {
            SchemaSnapshot before = schema.read();
            SchemaSnapshot after =
                    schema.run("EXEC sp_rename 'dbo.t.a', 'since', 'COLUMN'").read();

            assertThat(SchemaChange.from(after, before).sql()).doesNotContain("INDEX");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE dbo.t ADD more INT NULL
            ALTER TABLE dbo.t ADD more INT NOT NULL DEFAULT 1
            ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(20) NULL
            ALTER TABLE dbo.t ALTER COLUMN b DROP HIDDEN
            ALTER TABLE dbo.t ALTER COLUMN a ADD HIDDEN
            ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.t_history
            ALTER TABLE dbo.t SET (SYSTEM_VERSIONING = OFF); ALTER TABLE dbo.t DROP PERIOD FOR SYSTEM_TIME
            EXEC sp_rename 'dbo.t.name', 'called', 'COLUMN'
            EXEC sp_rename 'dbo.t.a', 'since', 'COLUMN'
            CREATE INDEX ix_name ON dbo.t_history (name) INCLUDE (id)
            DROP INDEX ix_t_history ON dbo.t_history
            DROP INDEX ix_t_history ON dbo.t_history; CREATE CLUSTERED COLUMNSTORE INDEX cci ON dbo.t_history
            CREATE STATISTICS st ON dbo.t_history (name)
            CREATE ROLE readers; GRANT SELECT ON dbo.t_history TO readers
            """)
    void draftsChangeItBack(String change) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(NAMED)) {
            SchemaSnapshot before = schema.read();
            SchemaSnapshot after = schema.run(change).read();

            assertThat(before.diff(after).isEmpty()).isFalse();

            schema.run(SchemaChange.from(after, before).sql());

            assertThat(before.diff(schema.read()).toString())
                    .isEqualTo(before.diff(before).toString());
        }
    }
}
