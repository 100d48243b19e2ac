package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements with a slip of the pen, each of which Microsoft's grammar of 2017 to 2025 refuses: a preview that takes them
 * would promise what SQL Server does not keep. And the statements that they were made of, which are right.
 */
class GrammarIT {

    private static final String TABLES = """
            CREATE TABLE dbo.parent (
              id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_parent PRIMARY KEY,
              name NVARCHAR(50) NOT NULL, code VARCHAR(10) NOT NULL, extra NVARCHAR(50) NULL);
            CREATE TABLE dbo.child (
              id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_child PRIMARY KEY,
              parent_id INT NULL CONSTRAINT fk_child_parent REFERENCES dbo.parent (id), second_id INT NULL);
            CREATE INDEX ix_child_parent ON dbo.child (parent_id, second_id);
            CREATE TABLE dbo.heap (a INT NULL, b INT NULL);
            CREATE SEQUENCE dbo.existing AS BIGINT START WITH 1 INCREMENT BY 1;
            GO
            CREATE VIEW dbo.v1 AS SELECT id FROM dbo.parent;
            GO
            INSERT INTO dbo.parent (name, code) VALUES (N'a', 'A');
            """;

    @Test
    void refusesWhatTheGrammarRefuses() throws Exception {
        List<String> statements = lines("refused-by-grammar.txt");

        assertThat(statements).hasSize(1000).filteredOn(GrammarIT::isTaken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rightStatements")
    void takesWhatIsRight(String statement) {
        assertThat(isTaken(statement)).isTrue();
    }

    static List<String> rightStatements() throws Exception {
        return lines("taken.txt");
    }

    private static boolean isTaken(String statement) {
        try {
            TranslatedScript.rewrite("V1__test.sql", statement);
        } catch (NeedsSqlServerException refused) {
            return false;
        }
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run(TABLES);
            return isRun(database, statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static boolean isRun(EmbeddedDatabase database, String statement) {
        try {
            database.run(statement);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static List<String> lines(String resource) throws IOException, URISyntaxException {
        return Files.readAllLines(Path.of(
                Objects.requireNonNull(GrammarIT.class.getResource(resource)).toURI()));
    }
}
