package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.sqlserver.SQLServerParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations on SQL Server are split by Flyway, everything else by us: both have to come to the same. Flyway's parser is
 * no public class, and so is asked in this test alone.
 */
class FlywaysBatchesTest {

    /** No batch begins with a parenthesis, of which Flyway would lose sight. */
    private static final List<String> PIECES = List.of(
            "GO",
            "go",
            " GO ",
            "GO\n",
            "\nGO\n",
            "\r\ngo\r\n",
            "\tGo -- x\n",
            "GO 5\n",
            "GO;",
            "GO--x\n",
            "GO/*x*/",
            "GOTO",
            "LOGO\n",
            " ",
            "\n",
            "\n\n",
            ";",
            ",",
            "SELECT ",
            "1 ",
            "x ",
            "@go ",
            "#go ",
            "a@go ",
            "[go] ",
            "[dbo].go ",
            "dbo.go ",
            "dbo.[go] ",
            "\"go\" ",
            "\"dbo\".go ",
            "'go ' ",
            "N'\nGO\n' ",
            "'it''s' ",
            "\"a\"\"b\" ",
            "f(",
            "1) ",
            "BEGIN ",
            "BEGIN TRAN ",
            "BEGIN TRANSACTION ",
            "BEGIN DISTRIBUTED TRAN ",
            "BEGIN TRY ",
            "END TRY ",
            "END ",
            "CASE ",
            "-- it's\n",
            "-- GO\n",
            "/* it's */",
            "/*\nGO\n*/",
            "/* /* \nGO\n */ */",
            "begin.x ",
            "@begin ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1\nGO\nSELECT 2",
                "-- a\n\n/* b */\n\nSELECT 1\n  GO -- c\n-- d\nSELECT 2\nGO",
                "SELECT 1\nGO 5\nSELECT 2",
                "SELECT 1\nGO;\nSELECT 2",
                "SELECT 1 GO SELECT 2",
                "SELECT 1\nGO\n\n\nGO\n-- nothing\nGO\nSELECT 2",
                "BEGIN TRAN\nGO\nCOMMIT\nGO\nBEGIN TRY SELECT CASE WHEN 1 = 1 THEN 1 END END TRY\nGO\nSELECT 2"
            })
    void isTheSameAsOurs(String script) {
        assertThat(ours(script)).isEqualTo(flyways(script));
    }

    @Test
    void isTheSameAsOursForWhateverOneThinksOf() {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder script = new StringBuilder("SELECT ");
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            List<Batch> flyways;
            try {
                flyways = flyways(script.toString());
            } catch (FlywayException incomplete) {
                continue; // a parenthesis or BEGIN that nothing closes
            }
            compared++;
            assertThat(ours(script.toString())).as(script.toString()).isEqualTo(flyways);
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /**
     * A batch without its white space and comments.
     *
     * @param line where its first word stands
     */
    private record Batch(int line, List<String> words) {}

    private static List<Batch> ours(String script) {
        return TsqlBatch.split(script, GoCount.UNKNOWN).stream()
                .map(batch -> batch(batch.tokens().get(0).line(), batch.tokens()))
                .toList();
    }

    private static List<Batch> flyways(String script) {
        SQLServerParser parser = new SQLServerParser(new FluentConfiguration(), new ParsingContext());
        List<Batch> batches = new ArrayList<>();
        try (SqlStatementIterator statements = parser.parse(new StringResource(script))) {
            while (statements.hasNext()) {
                SqlStatement statement = statements.next();
                batches.add(batch(statement.getLineNumber(), Lexer.tokens(statement.getSql(), 1)));
            }
        }
        return batches;
    }

    private static Batch batch(int line, List<Token> tokens) {
        return new Batch(
                line,
                tokens.stream()
                        .filter(token -> token.kind() != Token.Kind.END)
                        .map(Token::text)
                        .toList());
    }
}
