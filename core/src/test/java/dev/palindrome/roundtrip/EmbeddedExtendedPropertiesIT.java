package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.Test;

/** An undo has to take back extended properties, too. */
class EmbeddedExtendedPropertiesIT extends MigrationsInFolder {

    private static final String OF_TABLE = "N'SCHEMA', N'dbo', N'TABLE', N'users'";

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // The embedded engine has what this is about.
    }

    @Test
    void theUndoThatForgetsOneIsFoundAndItsDraftRestoresTheSchema() {
        up(1, "CREATE TABLE dbo.users (id INT NOT NULL, name NVARCHAR(50) NULL)");
        down(1, "DROP TABLE dbo.users");
        up(2, """
                EXEC sp_addextendedproperty N'MS_Description', N'who they are', %s
                EXEC sp_addextendedproperty N'MS_Description', N'what we call them', %1$s, N'COLUMN', N'name'
                """.formatted(OF_TABLE));
        down(2, "EXEC sp_dropextendedproperty N'MS_Description', %s".formatted(OF_TABLE));
        up(3, "EXEC sp_updateextendedproperty N'MS_Description', N'whoever', %s".formatted(OF_TABLE));
        down(3, "EXEC sp_updateextendedproperty N'MS_Description', N'who they are', %s".formatted(OF_TABLE));

        assertThat(trip(1).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip(2).schemaDiff().toString())
                .contains("unexpected extended property MS_Description.COLUMN.name \"what we call them\"");
        assertThat(trip(3).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).undoDraft().orElseThrow().sql())
                .contains("EXEC sp_dropextendedproperty @name = N'MS_Description', @level0type = N'SCHEMA',"
                        + " @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'users',"
                        + " @level2type = N'COLUMN', @level2name = N'name'");
    }
}
