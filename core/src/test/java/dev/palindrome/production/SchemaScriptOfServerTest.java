package dev.palindrome.production;

import static dev.palindrome.reset.sqlserver.ScriptedTables.columnOf;
import static dev.palindrome.reset.sqlserver.ScriptedTables.object;
import static dev.palindrome.schema.read.CatalogueAnswers.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server is asked, and what is made of its answers. */
class SchemaScriptOfServerTest {

    private static final String XML = "<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"/>";

    private final ScriptedServer server = new ScriptedServer();

    private static ScriptedRow collection() {
        return about(
                "names of XML schema collections",
                ScriptedRow.of("object_kind", "XML_SCHEMA_COLLECTION", "object_schema", "dbo", "object_name", "docs"));
    }

    @Test
    void readsTheCatalogueInOneBatchAndTextsOfXmlSchemasBehindIt() {
        server.answeringSchema(List.of(
                        List.of(object(1, "users")),
                        List.of(),
                        List.of(about("columns", columnOf("users", "name", "INT"))),
                        List.of(collection())))
                .answering(
                        "SELECT CAST(XML_SCHEMA_NAMESPACE(N'dbo', N'docs') AS nvarchar(max))",
                        ScriptedRow.of("text", XML));

        SchemaScript script = SchemaScript.of(server.dataSource());

        assertThat(script.leftOut()).isEmpty();
        assertThat(script.sql()).endsWith("""
                GO
                CREATE XML SCHEMA COLLECTION [dbo].[docs] AS N'%s';
                GO
                CREATE TABLE [dbo].[users] (
                    [name] INT NULL
                );
                """.formatted(XML));
        assertThat(server.schemaBatches()).hasSize(1);
        assertThat(server.orders())
                .containsExactly("SELECT CAST(XML_SCHEMA_NAMESPACE(N'dbo', N'docs') AS nvarchar(max))");
        assertThat(server.openSessions()).isZero();
    }

    @Test
    void aLoginThatMayNotSeeDefinitionsIsToldWhatItNeeds() {
        server.answeringSchema(List.of(
                List.of(object(1, "users")),
                List.of(),
                List.of(about(
                        "rights to see definitions",
                        ScriptedRow.of(
                                "not_compared",
                                "definitions of checks and modules",
                                "why",
                                "the login has no right to VIEW DEFINITION in this database")))));

        assertThatThrownBy(() -> SchemaScript.of(server.dataSource()))
                .isInstanceOf(SchemaException.class)
                .hasMessage("A script of this schema would lack its definitions of checks and modules"
                        + " (the login has no right to VIEW DEFINITION in this database)."
                        + " Have that right given to it: GRANT VIEW DEFINITION TO the user that it has here.");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        server.open(false);

        assertThatThrownBy(() -> SchemaSnapshot.of(server.dataSource()))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("The schema of the database cannot be read: ")
                .hasCauseInstanceOf(SQLException.class);
    }
}
