package dev.palindrome.seed.named;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Term;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts compare columns with in other ways than by a literal beside them. */
class ComparedValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE a SET x = v.n FROM t a JOIN (VALUES (N'old', N'new')) AS v(o, n) ON v.o = a.x",
                "WITH m (o, n) AS (SELECT N'old', N'new') UPDATE a SET x = m.n FROM t a JOIN m ON a.x = m.o",
                "WITH m AS (SELECT N'old' AS o, N'new' AS n) UPDATE a SET x = m.n FROM t a JOIN m ON a.x = m.o",
                "DECLARE @m TABLE (o NVARCHAR(9), n INT); INSERT INTO @m VALUES (N'old', 1);"
                        + " UPDATE a SET n = m.n FROM t a JOIN @m m ON m.o = a.x",
                "INSERT INTO dbo.m (n, o) VALUES (1, N'old'); DELETE t WHERE EXISTS (SELECT 1 FROM dbo.m WHERE m.o = t.x)",
                "MERGE t AS a USING (VALUES (N'old', 5)) AS s (x, n) ON a.x = s.x WHEN MATCHED THEN UPDATE SET n = s.n;",
            })
    void rowsOfLiteralsThatAreJoinedAre(String script) {
        assertThat(new JoinedLiterals().in(tokens(script)))
                .extracting(ComparedValuesTest::text)
                .containsExactly("x=old");
    }

    @Test
    void rowsFromAnEarlierScriptAreKnown() {
        JoinedLiterals joined = new JoinedLiterals();

        joined.in(tokens(
                "CREATE TABLE dbo.m (o NVARCHAR(9) PRIMARY KEY, n INT); INSERT dbo.m VALUES ('old', 2), ('b', 3)"));

        assertThat(joined.in(tokens("UPDATE a SET n = m.n FROM t a JOIN dbo.m AS m ON m.o = a.x")))
                .extracting(ComparedValuesTest::text)
                .containsExactly("x=old", "x=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "WHERE JSON_VALUE(t.x, '$.city') = N'Wien'|x={\"city\":\"Wien\"}",
                "SET x = JSON_MODIFY(JSON_MODIFY(x, '$.a.b', 1), 'lax $.c', NULL)|x={\"c\":\"1\",\"a\":{\"b\":\"1\"}}",
                "WHERE CAST(JSON_VALUE(x, '$.age') AS INT) > 70|x={\"age\":\"71\"}",
            })
    void keysOfJsonAre(String script, String wanted) {
        assertThat(AskedJson.in(tokens(script)))
                .extracting(ComparedValuesTest::text)
                .contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "WHERE x.exist('/a/b[text()=\"Wien\"]') = 1|x=<a><b>Wien</b></a>",
                "WHERE t.x.value('(/order/@city)[1]', 'NVARCHAR(20)') = N'Wien'|x=<order city=\"Wien\">Wien</order>",
                "SET x.modify('replace value of (/a/b[@id=\"5\"]/text())[1] with \"q\"')|x=<a><b id=\"5\">1</b></a>",
            })
    void elementsOfXmlAre(String script, String wanted) {
        assertThat(AskedXml.in(tokens(script)))
                .extracting(ComparedValuesTest::text)
                .containsExactly(wanted);
    }

    private static List<Token> tokens(String script) {
        List<Token> tokens = Lexer.tokens(script, 1);
        return tokens.subList(0, tokens.size() - 1);
    }

    private static String text(Condition condition) {
        Comparison comparison = (Comparison) condition;
        return ((Term.Column) comparison.left()).name() + "=" + ((Term.Constant) comparison.right()).content();
    }
}
