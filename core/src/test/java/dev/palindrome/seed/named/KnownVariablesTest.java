package dev.palindrome.seed.named;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownVariablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DECLARE @a INT = 5, @b NVARCHAR(20) = N'x'; DELETE t WHERE a = @a AND b = @b|a = 5 AND b = N'x'",
                "DECLARE @a INT; SET @a = -5; DELETE t WHERE a = @a|a = - 5",
                "DECLARE @a INT, @b INT; SELECT @a = 5, @b = 6; DELETE t WHERE a IN (@a, @b)|a IN ( 5 , 6 )",
                "DECLARE @a INT = 5; SET @a = @a + 1; DELETE t WHERE a = @a|a = @a",
                "DECLARE @a INT = 5; DELETE t WHERE @a = a|5 = a",
                "EXEC sp_executesql N'DELETE t WHERE a = @p', N'@p INT', @p = 7|a = 7",
                "DECLARE @v INT = 8; EXEC sp_executesql N'DELETE t WHERE a = @p', N'@p INT', @v|a = 8",
                "DECLARE @s NVARCHAR(99) = N'DELETE t WHERE a = 9'; EXEC (@s)|a = 9",
            })
    void whatAVariableHoldsStandsInItsPlace(String script, String condition) {
        assertThat(texts(script)).anySatisfy(text -> assertThat(text).endsWith("WHERE " + condition));
    }

    @Test
    void aLoopOfTextsThatExecuteEachOtherEnds() {
        assertThat(texts("DECLARE @s NVARCHAR(99) = N'DECLARE @s INT; EXEC (@s)'; EXEC (@s); EXEC (@s)"))
                .isNotEmpty();
    }

    private static List<String> texts(String script) {
        return KnownVariables.in(ExecutedSql.of(script).texts()).stream()
                .map(text -> text.stream().map(Token::text).collect(Collectors.joining(" ")))
                .toList();
    }
}
