package dev.palindrome.seed.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CycleKeyTest {

    @Test
    void rowsOfMemoryOptimisedTablesAreHeldAgainstEachOtherUnderSnapshot() throws SQLException {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [id] INT NOT NULL
                  column [parent] INT NULL
                  foreign key [fk] ([parent]) REFERENCES "[dbo].[t]([id])"
                  primary key [pk] ([id] ASC)
                """);
        Table table = schema.tables().get(0);
        DataFile file = new DataFile("t.csv", "seed/t.csv", 0, InputStream::nullInputStream);
        CycleKey key = new CycleKey(
                new TableFile(file, new FileColumns(schema, table), CsvRows::new),
                table.foreignKeys().get(0));
        ScriptedServer server = new ScriptedServer().answering("SELECT", ScriptedRow.of("n", 2));

        try (Connection connection = server.dataSource().getConnection()) {
            assertThat(key.orphans(connection)).isEqualTo(2);
        }

        assertThat(server.orders())
                .containsExactly("SELECT COUNT(*) FROM [dbo].[t] c WITH (SNAPSHOT) WHERE c.[parent] IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM [dbo].[t] p WITH (SNAPSHOT) WHERE p.[id] = c.[parent])");
    }
}
