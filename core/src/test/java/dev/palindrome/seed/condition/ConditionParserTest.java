package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.LittleStack;
import dev.palindrome.seed.condition.Condition.And;
import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.IsNull;
import dev.palindrome.seed.condition.Condition.Like;
import dev.palindrome.seed.condition.Condition.Not;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.condition.Condition.Or;
import dev.palindrome.seed.condition.Term.Arithmetic;
import dev.palindrome.seed.condition.Term.Call;
import dev.palindrome.seed.condition.Term.Column;
import dev.palindrome.seed.condition.Term.Constant;
import dev.palindrome.seed.values.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

    private static final Condition ONE_TO_FIVE = new And(List.of(
            new Comparison(new Column("priority"), Operator.AT_LEAST, number("1")),
            new Comparison(new Column("priority"), Operator.AT_MOST, number("5"))));

    private static final Condition COMMENT_OR_ANSWER =
            new Or(List.of(equal("PostType", "Comment"), equal("PostType", "Answer")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(priority BETWEEN 1 AND 5)",
                "([priority]>=(1) AND [priority]<=(5))",
                "(\"priority\" BETWEEN 1 AND 5)",
                "priority !< 1 and priority !> 5",
                "(([dbo].[t].[priority]>=CONVERT([int],(1),(0))) AND (priority <= CAST(5 AS DECIMAL(9,2))))"
            })
    void readsRangesInEveryForm(String text) {
        assertThat(ConditionParser.parse(text)).contains(ONE_TO_FIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(PostType IN ('Comment', N'Answer'))",
                "([PostType]='Comment' OR [PostType]='Answer')",
                "(\"PostType\" IN('Comment', 'Answer'))",
                "((([PostType]) = 'Comment') OR ([PostType] = 'Answer'))"
            })
    void readsChoicesInEveryForm(String text) {
        assertThat(ConditionParser.parse(text)).contains(COMMENT_OR_ANSWER);
    }

    @Test
    void bindsAndCloserThanOr() {
        assertThat(ConditionParser.parse("a='1' OR b='2' AND NOT c='3'"))
                .contains(new Or(List.of(
                        equal("a", "1"), new And(List.of(equal("b", "2"), new Not(equal("c", "3")))))));
    }

    @Test
    void readsPatterns() {
        assertThat(ConditionParser.parse("([code] NOT LIKE 'A!_%' ESCAPE '!')"))
                .contains(new Not(new Like(new Column("code"), LikePattern.of("A!_%", "!"))));
    }

    @Test
    void readsNullsCallsAndArithmetic() {
        assertThat(ConditionParser.parse("[a] IS NOT NULL AND len([b])>(2) AND ([c]+[d])*(-1)<>[e]"))
                .contains(new And(List.of(
                        new Not(new IsNull(new Column("a"))),
                        new Comparison(new Call("LEN", List.of(new Column("b"))), Operator.GREATER, number("2")),
                        new Comparison(
                                new Arithmetic(
                                        new Arithmetic(new Column("c"), "+", new Column("d")), "*", number("-1")),
                                Operator.UNEQUAL,
                                new Column("e")))));
    }

    @Test
    void readsQuotesAndBracketsInside() {
        assertThat(ConditionParser.parse("[a]]b]='it''s'")).contains(equal("a]b", "it's"));
    }

    @Test
    void readsNumbersOfEveryForm() {
        assertThat(ConditionParser.parse("a > 1.5e3 OR a > .5 OR a > 1e OR a > $12.50 OR a > (-1.)"))
                .contains(new Or(List.of(above("1.5E+3"), above("0.5"), above("1"), above("12.50"), above("-1"))));
    }

    private static Condition above(String number) {
        return new Comparison(new Column("a"), Operator.GREATER, number(number));
    }

    @Test
    void passesOverComments() {
        assertThat(ConditionParser.parse("a /* was: b /* and c */ */ = 'x' -- 'y'"))
                .contains(equal("a", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a > 1e999999999", "a > 1e99999999999", "a > 0x10", "a > @b", "a = 'x", "a > [b"})
    void leavesToTheServerWhatItCannotCompute(String condition) {
        assertThat(ConditionParser.parse(condition)).isEmpty();
    }

    /** Such as a CHECK that lists them. */
    @Test
    void thousandsOfValuesAndLongTextsTakeNoStack() {
        String numbers = IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String text = "''".repeat(LittleStack.MEGABYTE / 2);

        assertThat(LittleStack.run(() -> ConditionParser.parse("a IN (" + numbers + ")")))
                .hasValueSatisfying(in -> assertThat(((Or) in).parts()).hasSize(100_000));
        assertThat(LittleStack.run(() -> ConditionParser.parse("a = '" + text + "'")))
                .contains(equal("a", "'".repeat(LittleStack.MEGABYTE / 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a = ", "CASE WHEN a = 1 THEN 1 ELSE 0 END = 1", "a = 1 b", "a LIKE b", "(a = 1"})
    void ownsUpToWhatItDoesNotUnderstand(String text) {
        assertThat(ConditionParser.parse(text)).isEmpty();
    }

    private static Condition equal(String column, String text) {
        return new Comparison(new Column(column), Operator.EQUAL, new Constant(text));
    }

    private static Term number(String number) {
        return new Constant(new BigDecimal(number));
    }

    /** Neither reading nor asking what was read may take more stack than there is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(|1|)",
                "'NOT '|a = 1|''",
                "'- '|1|''",
                "ABS(|a|)",
                "'1 + '|a|''",
                "'2 * '|a|''",
                "CAST(|a|' AS INT)'"
            })
    void whatIsNestedTooDeeplyIsNotUnderstood(String before, String inside, String behind) throws Exception {
        int levels = 100_000;
        String nested = before.repeat(levels) + inside + behind.repeat(levels);

        AtomicReference<Object> constant = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    ConditionParser.parse(nested + " > 0").map(condition -> condition.test(column -> Value.UNKNOWN));
                    constant.set(ConditionParser.constant(nested));
                },
                "half the stack that a thread has by itself",
                512 * 1024);
        thread.start();
        thread.join();

        assertThat(constant.get())
                .isEqualTo(before.equals("- ") ? Optional.of(Value.of(BigDecimal.ONE)) : Optional.empty());
    }
}
