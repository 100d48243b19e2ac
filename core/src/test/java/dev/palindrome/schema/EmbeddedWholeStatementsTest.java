package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.QueriedRows;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that are several to H2: SQL Server does all of one or nothing. */
class EmbeddedWholeStatementsTest {

    private static final String TABLES = """
            CREATE TABLE dbo.u (id INT NOT NULL, b INT NOT NULL, CONSTRAINT pk_u PRIMARY KEY (id));
            CREATE UNIQUE INDEX ux ON dbo.u (b);
            CREATE TABLE dbo.t (id INT NOT NULL, a INT NULL, b INT NULL CONSTRAINT df_b DEFAULT 1, c AS (a + 1),
                CONSTRAINT ck_a CHECK (a > 0), CONSTRAINT ck_b CHECK (b > 0));
            CREATE INDEX ix ON dbo.t (id) INCLUDE (a);
            CREATE UNIQUE INDEX ux_filtered ON dbo.t (id) WHERE a > 5;
            CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.t (b);
            ALTER TABLE dbo.t NOCHECK CONSTRAINT ALL;
            INSERT INTO dbo.t (id, a, b) VALUES (1, 1, -1), (1, 2, -2);
            """;

    private static final String INSIDE =
            "SELECT COLUMN_NAME, DATA_TYPE, IS_VISIBLE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'dbo' ORDER BY 1, 2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE UNIQUE INDEX ix ON dbo.t (id) WITH (DROP_EXISTING = ON)",
                "CREATE INDEX ix ON dbo.t (nosuch) WITH (DROP_EXISTING = ON)",
                "CREATE UNIQUE INDEX ux_filtered ON dbo.t (id) WHERE a > 0 WITH (DROP_EXISTING = ON)",
                "CREATE COLUMNSTORE INDEX cs ON dbo.t (nosuch) WITH (DROP_EXISTING = ON)",
                "ALTER TABLE dbo.t DROP COLUMN c, b",
                "ALTER TABLE dbo.t DROP COLUMN c, nosuch",
                "ALTER TABLE dbo.t DROP CONSTRAINT ck_b, nosuch",
                "ALTER TABLE dbo.t DROP CONSTRAINT ck_b, COLUMN b",
                "ALTER TABLE dbo.t ADD x INT NULL, CONSTRAINT uq UNIQUE (id)",
                "ALTER TABLE dbo.t ADD x INT NULL CONSTRAINT df_x DEFAULT 1, CONSTRAINT df_a DEFAULT 2 FOR a, CONSTRAINT pk PRIMARY KEY (id)",
                "ALTER TABLE dbo.t ADD CONSTRAINT ck_c CHECK (id > 0), CONSTRAINT ck_d CHECK (b > 0)",
                "ALTER TABLE dbo.t ADD CONSTRAINT df_a DEFAULT 2 FOR a, CONSTRAINT df_c DEFAULT 2 FOR b",
                "ALTER TABLE dbo.t WITH CHECK CHECK CONSTRAINT ck_a, ck_b",
                "CREATE TABLE dbo.v (a INT NULL, INDEX ix_a (a), INDEX ix_b (nosuch))",
            })
    void isDoneWholeOrNotAtAll(String statement) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run(TABLES).read();
            var inside = QueriedRows.of(schema.connection(), INSIDE);

            assertThatThrownBy(() -> schema.run(statement)).isInstanceOf(SQLException.class);

            assertThat(schema.read()).isEqualTo(before);
            assertThat(QueriedRows.of(schema.connection(), INSIDE)).isEqualTo(inside);
            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.t (id, a) VALUES (8, 9), (8, 9)"))
                    .as("the filtered index holds")
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ALTER TABLE dbo.t DROP CONSTRAINT df_b, ck_b; DROP INDEX cs ON dbo.t; ALTER TABLE dbo.t DROP COLUMN b | ALTER TABLE dbo.t DROP CONSTRAINT df_b, CONSTRAINT ck_b; DROP INDEX cs ON dbo.t; ALTER TABLE dbo.t DROP CONSTRAINT IF EXISTS df_b, COLUMN IF EXISTS nosuch, b
            DROP INDEX cs ON dbo.t; ALTER TABLE dbo.t DROP CONSTRAINT df_b; ALTER TABLE dbo.t DROP CONSTRAINT ck_b; ALTER TABLE dbo.t DROP COLUMN b | DROP INDEX cs ON dbo.t; ALTER TABLE dbo.t DROP CONSTRAINT df_b, ck_b, COLUMN b
            ALTER TABLE dbo.u DROP CONSTRAINT pk_u | ALTER TABLE [dbo].[u] DROP CONSTRAINT [pk_u] WITH ( ONLINE = OFF )
            ALTER TABLE dbo.u DROP CONSTRAINT pk_u | ALTER TABLE [dbo].[u] DROP CONSTRAINT [pk_u] WITH (MAXDOP = 1, ONLINE = ON)
            ALTER TABLE dbo.t ADD x INT NULL; ALTER TABLE dbo.t ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES dbo.u (b) | ALTER TABLE dbo.t ADD x INT NULL CONSTRAINT fk REFERENCES dbo.u (b)
            """)
    void severalPartsAreLikeSeveralStatements(String several, String one) throws SQLException {
        assertThat(EmbeddedSchema.of(TABLES + one)).isEqualTo(EmbeddedSchema.of(TABLES + several));
    }
}
