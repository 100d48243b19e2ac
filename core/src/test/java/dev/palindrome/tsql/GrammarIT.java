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
            database.run(ParentAndChild.TABLES);
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
