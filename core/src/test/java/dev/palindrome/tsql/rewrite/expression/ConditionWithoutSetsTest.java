package dev.palindrome.tsql.rewrite.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionWithoutSetsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "n" > 0 AND "n" < 3                   | "n" > 0 AND "n" < 3
            "k" IN ('A', 'B')                     | CASE "k" WHEN 'A' THEN TRUE WHEN 'B' THEN TRUE WHEN "k" THEN FALSE END
            "k" NOT IN ('A','B')                  | CASE "k" WHEN 'A' THEN FALSE WHEN 'B' THEN FALSE WHEN "k" THEN TRUE END
            NOT "n" + 1 IN (-1, 2)                | NOT CASE "n" + 1 WHEN -1 THEN TRUE WHEN 2 THEN TRUE WHEN "n" + 1 THEN FALSE END
            "k" IN ('A', NULL)                    | CASE "k" WHEN 'A' THEN TRUE WHEN NULL THEN TRUE WHEN "k" THEN CASE WHEN (NULL) IS NULL THEN NULL ELSE FALSE END END
            "n"=1 OR "n"=2 AND "b"=1 OR "b" IN(3) | CAST("n"=1 AS BOOLEAN) OR CAST("n"=2 AND "b"=1 AS BOOLEAN) OR CAST(CASE "b" WHEN 3 THEN TRUE WHEN "b" THEN FALSE END AS BOOLEAN)
            ("a"='x' OR "a"='y') AND "n">0        | (CAST("a"='x' AS BOOLEAN) OR CAST("a"='y' AS BOOLEAN)) AND "n">0
            CASE WHEN "a"=1 OR "a"=2 THEN "b" ELSE 'IN' END='c' | CASE WHEN CAST("a"=1 AS BOOLEAN) OR CAST("a"=2 AS BOOLEAN) THEN "b" ELSE 'IN' END='c'
            "n" BETWEEN 1 AND 2 AND LEFT("k", 1) IN ('A') | "n" BETWEEN 1 AND 2 AND CASE LEFT("k", 1) WHEN 'A' THEN TRUE WHEN LEFT("k", 1) THEN FALSE END
            "in" LIKE 'a' OR "in" NOT LIKE 'b'    | CAST("in" LIKE 'a' AS BOOLEAN) OR CAST("in" NOT LIKE 'b' AS BOOLEAN)
            """)
    void isTheSameCondition(String condition, String rewritten) {
        assertThat(ConditionWithoutSets.of(condition)).isEqualTo(rewritten);
    }
}
