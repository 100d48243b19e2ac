package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
}
