package dev.palindrome.schema.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a !< 0 | ([a]>=(0))",
                "a !> 9 | ([a]<=(9))",
                "CAST(a AS BIGINT) > 5 | (CONVERT([bigint],[a],(0))>(5))",
                "TRY_CAST(a AS INTEGER) IS NULL | (TRY_CONVERT([int],[a]) IS NULL)",
                "NOT (a = 1 AND (b > 2 OR NOT c IS NULL)) | (NOT ([a]=(1) AND ([b]>(2) OR [c] IS NOT NULL)))",
                "a IN (1, 2) AND b NOT IN (3) | ([b]<>(3) AND ([a]=(2) OR [a]=(1)))",
                "s LIKE N'a~%' ESCAPE '~' | ([s] like N'a~%' ESCAPE '~')",
                "IIF(a > 0, 1, 0) = 1 | (case when [a]>(0) then (1) else (0) end=(1))",
                "CASE a WHEN 1 THEN 2 ELSE 3 END > b | (case [a] when (1) then (2) else (3) end>[b])",
                "DATEDIFF(dd, d, GETDATE()) > 1 | (datediff(day,[d],getdate())>(1))",
                "DATEPART(yy, d) = YEAR(e) | (datepart(year,[d])=datepart(year,[e]))",
                "MONTH(d) = 2 | (datepart(month,[d])=(2))",
                "USER_NAME() | (user_name())",
                "CURRENT_USER | (user_name())",
                "a > .5 | ([a]>(0.5))",
                "f = 1E3 | ([f]=(1.0000000000000000e+003))",
                "- 4 | ((-4))",
                "+ 4 | ((4))",
                "a + b + c | (([a]+[b])+[c])",
                "s COLLATE Latin1_General_BIN = N'x' | ([s] collate Latin1_General_BIN=N'x')",
                "dbo.f(a, b) = 1 | ([dbo].[f]([a],[b])=(1))",
                "NEXT VALUE FOR dbo.s | (NEXT VALUE FOR [dbo].[s])"
            })
    void whatSqlServerStoresAlikeIsTheSame(String written, String stored) {
        assertThat(form(stored)).isEqualTo(form(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > 1 AND b > 2 OR c > 3 | a > 1 AND (b > 2 OR c > 3)",
                "a - (b - c) | a - b - c",
                "NOT a > 1 AND b > 2 | NOT (a > 1 AND b > 2)",
                "a BETWEEN 1 AND 2 | a BETWEEN 2 AND 1",
                "CONVERT(NVARCHAR(10), d, 104) = s | CONVERT(NVARCHAR(10), d) = s",
                "a = 1 OR a = 1 OR a = 2 | a = 1 OR a = 2 OR a = 3",
                "N'a' | 'a'",
                "'A' | 'a'",
                "a = b | b = c"
            })
    void whatIsStoredOtherwiseIsNot(String one, String other) {
        assertThat(form(one)).isNotEqualTo(form(other));
    }

    @Test
    void whatIsNestedTooDeepForTheStackIsComparedByItsTokens() {
        String deep = "(".repeat(50_000) + "a > 1" + ")".repeat(50_000);

        assertThat(form("NOT " + deep)).isEqualTo(form("not  " + deep));
        assertThat(form("- ".repeat(50_000) + "1")).endsWith("1");
        assertThat(form("NOT ".repeat(50_000) + "a > 1")).isEqualTo(form("a > 1"));
    }

    private static String form(String expression) {
        return ExpressionText.comparable(expression, NameRule.IGNORING_CASE);
    }
}
