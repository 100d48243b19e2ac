package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.QueriedRows;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sp_rename leaves in a schema of the embedded engine. */
class EmbeddedRenamesTest {

    @Test
    void keysAndForeignKeysHaveTheNewNamesOfTheirColumns() throws SQLException {
        String tables = """
                CREATE TABLE dbo.parent (%s INT NOT NULL CONSTRAINT pk_parent PRIMARY KEY, %s INT NULL CONSTRAINT uq_parent UNIQUE);
                CREATE TABLE dbo.child (id INT NOT NULL CONSTRAINT pk_child PRIMARY KEY,
                    %s INT NULL CONSTRAINT fk_id REFERENCES dbo.parent (%1$s), b INT NULL CONSTRAINT fk_code REFERENCES dbo.parent (%2$s));
                """;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(tables.formatted("id", "code", "parent_id"));
            schema.run("""
                    EXEC sp_rename 'dbo.parent.id', 'key_of_it', 'COLUMN';
                    EXEC sp_rename 'dbo.parent.code', 'id', 'COLUMN';
                    EXEC sp_rename 'dbo.child.parent_id', 'owner_id', 'COLUMN';
                    """);

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(tables.formatted("key_of_it", "id", "owner_id")));
        }
    }

    private static final String OBJECTS = """
            CREATE SCHEMA sales
            GO
            CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, [a.b] INT NULL CONSTRAINT df_t DEFAULT 1, c INT NULL CONSTRAINT ck_t CHECK (c > 0));
            CREATE INDEX ix_t ON dbo.t (c);
            CREATE TABLE sales.[my table] (id INT NOT NULL);
            CREATE SEQUENCE dbo.s AS BIGINT START WITH 5 INCREMENT BY 2 CACHE 7;
            CREATE SEQUENCE dbo.used AS INT;
            CREATE TABLE dbo.user_of_it (id INT NOT NULL DEFAULT (NEXT VALUE FOR dbo.used));
            GO
            CREATE VIEW dbo.v AS SELECT id FROM dbo.t
            GO
            CREATE PROCEDURE dbo.p AS SELECT 1
            GO
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXEC sp_rename 'dbo.s', 's2'                                     | sequence [dbo].[s2] BIGINT
            EXEC sp_rename 's', 's2', 'OBJECT'                               | sequence [dbo].[s2] BIGINT
            sp_rename 'dbo.s', 's2'                                          | sequence [dbo].[s2] BIGINT
            EXEC sp_rename N'[dbo].[s]', N's2', N'object'                    | sequence [dbo].[s2] BIGINT
            EXEC sp_rename @objname = N'dbo.v', @newname = N'w'              | view [dbo].[w]
            EXEC sp_rename 'v', 'w', 'OBJECT'                                | view [dbo].[w]
            EXECUTE sys.sp_rename 'dbo.p', 'q', 'OBJECT'                     | procedure [dbo].[q]
            EXEC sp_rename 'dbo.t', 'u.x'                                    | table [dbo].[u.x]
            EXEC sp_rename 'sales.my table', 'yours'                         | table [sales].[yours]
            EXEC sp_rename 'dbo.t.ix_t', 'ix_u'                              | index [ix_u]
            EXEC sp_rename N't.ix_t', N'ix_u', N'INDEX'                      | index [ix_u]
            EXEC sp_rename 'dbo.t.[a.b]', 'd', 'COLUMN'                      | column [d] INT
            EXEC sp_rename 't.c', 'x.y'                                      | column [a.b] INT
            EXEC sp_rename 'dbo.pk_t', 'pk_u'                                | primary key [pk_u]
            EXEC sp_rename 'dbo.t.pk_t', 'pk_u', 'INDEX'                     | primary key [pk_u]
            EXEC sp_rename 'ck_t', 'ck_u', 'OBJECT'                          | check [ck_u]
            EXEC sp_rename 'dbo.df_t', 'df_u'                                | CONSTRAINT [df_u]
            """)
    void renames(String rename, String expected) throws SQLException {
        String objects = rename.contains("t.c'") ? OBJECTS.replace(" CONSTRAINT ck_t CHECK (c > 0)", "") : OBJECTS;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run(objects).read();
            SchemaSnapshot after = schema.run(rename).read();

            assertThat(after.toString()).contains(expected);
            assertThat(after.diff(before).isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            15225 | EXEC sp_rename 'dbo.nothing', 'x'
            15225 | EXEC sp_rename 'dbo.t.nothing', 'x'
            15248 | EXEC sp_rename 'dbo.nothing', 'x', 'OBJECT'
            15248 | EXEC sp_rename 'dbo.t.nothing', 'x', 'COLUMN'
            15248 | EXEC sp_rename 'dbo.t.nothing', 'x', 'INDEX'
            15248 | EXEC sp_rename 'dbo.nothing', 'x', 'USERDATATYPE'
            15249 | EXEC sp_rename 'dbo.t', 'x', 'TABLE'
            15335 | EXEC sp_rename 'dbo.t', 'v'
            15335 | EXEC sp_rename 'dbo.s', 'p'
            15335 | EXEC sp_rename 'dbo.v', 'pk_t'
            15335 | EXEC sp_rename 'dbo.t.c', 'id', 'COLUMN'
            15335 | EXEC sp_rename 'dbo.t.ix_t', 'pk_t', 'INDEX'
            15336 | EXEC sp_rename 'dbo.used', 'x'
            """)
    void refuses(int error, String rename) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run(OBJECTS).read();

            assertThatThrownBy(() -> schema.run(rename)).hasMessageContaining("Msg " + error + ": ");
            assertThat(schema.read()).isEqualTo(before);
        }
    }

    @Test
    void theOldNameOfATableIsFreeForPartsOfAnother() throws SQLException {
        String table = """
                CREATE TABLE dbo.%1$s (id INT NOT NULL, a INT NULL);
                CREATE NONCLUSTERED COLUMNSTORE INDEX ix ON dbo.%1$s (a);
                CREATE STATISTICS st ON dbo.%1$s (a);
                """;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(table.formatted("t"))
                    .run("EXEC sp_rename 'dbo.t', 'old'")
                    .run(table.formatted("t"));

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(table.formatted("t") + table.formatted("old")));
            assertThatThrownBy(() -> schema.run("CREATE STATISTICS st ON dbo.old (id);"))
                    .hasMessageContaining("Msg 1927: ");
        }
    }

    @Test
    void aSequenceGoesOnWhereItIs() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(OBJECTS + "SELECT NEXT VALUE FOR dbo.s;").run("EXEC sp_rename 'dbo.s', 's2'");

            assertThat(QueriedRows.of(schema.connection(), "SELECT NEXT VALUE FOR \"dbo\".\"s2\""))
                    .containsExactly("7");
        }
    }
}
