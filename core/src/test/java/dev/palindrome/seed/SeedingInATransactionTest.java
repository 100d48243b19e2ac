package dev.palindrome.seed;

import static dev.palindrome.reset.sqlserver.ScriptedTables.columnOf;
import static dev.palindrome.reset.sqlserver.ScriptedTables.object;
import static dev.palindrome.schema.read.CatalogueAnswers.about;
import static dev.palindrome.schema.read.CatalogueAnswers.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a seeder puts in where a migration's transaction runs: a question that fails would doom it. */
class SeedingInATransactionTest {

    private static final String ASKS_FOR_MASKS = "sys.masked_columns";

    private final ScriptedServer server = new ScriptedServer();
    private final SchemaWatch watch = SchemaReader.forSqlServer().watch();
    private String script = "";

    @BeforeEach
    void script(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("users.sql");
        Files.writeString(file, "INSERT INTO dbo.users (name) VALUES (1);");
        script = "filesystem:" + file;
    }

    @Test
    void theSchemaThatIsKnownIsNotAskedFor() throws SQLException {
        SchemaSnapshot current = look();

        boolean asked = putIn(current, context -> context.script(script));

        assertThat(asked).isTrue();
        assertThat(server.schemaBatches()).hasSize(2);
    }

    @Test
    void behindAnySqlOnlyWhatTheServerAnswersIsAskedForAgain() throws SQLException {
        SchemaSnapshot current = look();

        putIn(current, context -> {
            context.script(script);
            context.script(script);
        });

        assertThat(server.schemaBatches()).hasSize(3);
        assertThat(server.schemaBatches().get(0)).contains(ASKS_FOR_MASKS);
        assertThat(server.schemaBatches().get(2)).doesNotContain(ASKS_FOR_MASKS);
    }

    /** The server does not let masks be seen. */
    private SchemaSnapshot look() throws SQLException {
        List<ScriptedRow> users = List.of(object(1, "users"));
        List<ScriptedRow> name = List.of(about("columns", columnOf("users", "name", "INT")));
        List<ScriptedRow> refused = error("masks of columns", 229, "The SELECT permission was denied.", 1);
        server.answering("DECLARE @options int = @@OPTIONS;", ScriptedRow.of("options", 0))
                .answering("SELECT XACT_STATE()", ScriptedRow.of("state", 1))
                .answeringSchema(List.of(users, List.of(), name, refused))
                .answeringSchema(List.of(users, List.of(), name));
        try (Connection connection = server.dataSource().getConnection()) {
            watch.prepare(connection);
            return watch.read(connection);
        }
    }

    private boolean putIn(SchemaSnapshot current, Seeder seeder) throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            return Seeding.within(connection, watch, current, 1, Seeder.class, seeder);
        }
    }
}
