package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Not;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that an UPDATE sets to literals are to hold others before. */
class SetLiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "UPDATE dbo.t SET a = 1 WHERE s = N'x'|s = x AND a <> 1|s = x AND a = 1",
                "UPDATE t SET t.a = 'q', [b] = -2, c = c + 1 WHERE s = 5|s = 5 AND a <> q AND b <> -2|s = 5 AND a = q AND b = -2",
                "UPDATE t SET a = NULL OUTPUT deleted.id WHERE s = 5|s = 5 AND NOT a IS NULL|s = 5 AND a IS NULL",
                "UPDATE t SET a = CASE WHEN b = 1 THEN 2 END, c = 3 WHERE s = 5|s = 5 AND c <> 3|s = 5 AND c = 3",
            })
    void othersAndTheSame(String script, String others, String same) {
        assertThat(found(script)).contains(others);
        assertThat(unchanged(script)).containsExactly(same);
    }

    @Test
    void ofAJoinOnlyOthers() {
        String script = "UPDATE t SET a = 1 FROM dbo.t t JOIN u ON u.id = t.id WHERE u.s = 5";

        assertThat(found(script)).contains("s = 5 AND a <> 1");
        assertThat(unchanged(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "UPDATE t SET s = 6 WHERE s = 5",
                "UPDATE t SET a = 6; DELETE FROM t WHERE s = 5",
                "UPDATE t SET a = 6 SELECT * FROM t WHERE s = 5",
                "UPDATE t SET a = 6 + b WHERE s = 5",
            })
    void nothingBesidesWhereNoOtherColumnIsSet(String script) {
        assertThat(found(script)).containsExactly("s = 5");
        assertThat(unchanged(script)).isEmpty();
    }

    private static List<String> found(String script) {
        return ScriptConditions.in(tokens(script)).stream()
                .map(SetLiteralsTest::text)
                .toList();
    }

    private static List<String> unchanged(String script) {
        return ScriptConditions.ofUnchanged(tokens(script)).stream()
                .map(SetLiteralsTest::text)
                .toList();
    }

    private static List<Token> tokens(String script) {
        List<Token> tokens = Lexer.tokens(script, 1);
        return tokens.subList(0, tokens.size() - 1);
    }

    private static String text(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().map(SetLiteralsTest::text).collect(Collectors.joining(" AND "));
        }
        if (condition instanceof Not not) {
            return "NOT " + text(not.part());
        }
        return condition instanceof Comparison comparison
                ? text(comparison.left())
                        + switch (comparison.operator()) {
                            case EQUAL -> " = ";
                            case UNEQUAL -> " <> ";
                            default -> " ? ";
                        }
                        + text(comparison.right())
                : text(((Condition.IsNull) condition).term()) + " IS NULL";
    }

    private static String text(Term term) {
        return term instanceof Term.Column column ? column.name() : String.valueOf(((Term.Constant) term).content());
    }
}
