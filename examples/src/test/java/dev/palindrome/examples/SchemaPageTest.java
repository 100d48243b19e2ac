package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What docs/schema.md shows; {@link SnippetsTest} holds them together. */
@MigratedDatabase
class SchemaPageTest {

    @Test
    void isReadWithoutTheHistory(Connection connection) throws SQLException {
        SchemaSnapshot schema = SchemaReader.of(connection)
                .leavingOut(TableName.parse("dbo.flyway_schema_history"))
                .read(connection);

        assertThat(schema.tables()).extracting(Table::name).containsExactlyInAnyOrder("users", "todos", "comments");
    }

    /** A file of the embedded engine's: SQL Server writes expressions in its own way. */
    @Test
    void isWhatTheFileSays(TestDatabase database, SchemaSnapshot schema) {
        assumeThat(database.engine()).isEqualTo(EngineKind.EMBEDDED);

        schema.matches(Path.of("src/test/resources/schema.txt"));
    }
}
