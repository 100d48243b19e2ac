package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DROP INDEX on the embedded engine, where H2 took the index for something. */
class EmbeddedIndexDroppingTest {

    private static final String TABLES = """
            CREATE TABLE dbo.parent (id INT NOT NULL CONSTRAINT pk_parent PRIMARY KEY, code INT NULL, other INT NULL);
            CREATE TABLE dbo.child (id INT NOT NULL CONSTRAINT pk_child PRIMARY KEY, parent_id INT NULL, other INT NULL);
            """;

    private static final String KEY =
            "ALTER TABLE dbo.child ADD CONSTRAINT fk_child FOREIGN KEY (parent_id) REFERENCES dbo.parent (id) ON DELETE CASCADE;";

    private static final String INDEX = "CREATE INDEX ix_child ON dbo.child (parent_id);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX ix_child ON dbo.child",
                "DROP INDEX dbo.child.ix_child",
                "DROP INDEX IF EXISTS ix_child ON dbo.child",
                "DROP INDEX [ix_child] ON [dbo].[child] WITH (ONLINE = OFF)",
                "DROP INDEX child.ix_child"
            })
    void anIndexGoesThatStoodBeforeTheForeignKey(String drop) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES + INDEX + KEY).run(drop);

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + KEY));
            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.child (id, parent_id) VALUES (1, 9)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void severalGoAtOnce() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES + INDEX + KEY + "CREATE INDEX ix_other ON dbo.parent (other);")
                    .run("DROP INDEX ix_child ON dbo.child, dbo.parent.ix_other");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + KEY));
        }
    }

    @Test
    void aKeyOfTheReferencingTableGoesThatTheForeignKeyUses() throws SQLException {
        String key = "ALTER TABLE dbo.child ADD CONSTRAINT uq_child UNIQUE (parent_id);";
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES + key + KEY).run("ALTER TABLE dbo.child DROP CONSTRAINT uq_child;");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + KEY));
        }
    }

    @Test
    void theIndexOfAConstraintStays() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES);

            assertThatThrownBy(() -> schema.run("DROP INDEX pk_child ON dbo.child"))
                    .hasMessageContaining(
                            "Msg 3723: An explicit DROP INDEX is not allowed on index 'child.pk_child'. It is"
                                    + " being used for PRIMARY KEY constraint enforcement.");
            assertThatThrownBy(() -> schema.run("DROP INDEX ix_none ON dbo.child"))
                    .hasMessageContaining("Msg 3701: Cannot drop the index 'child.ix_none'");
        }
    }
}
