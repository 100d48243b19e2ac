package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantSetTest {

    private static final List<Value> VALUES = List.of(
            Value.UNKNOWN,
            Value.NULL,
            Value.of("b"),
            Value.of("B  "),
            Value.of("z"),
            Value.of("7"),
            Value.of("7.00"),
            Value.of(new BigDecimal("7.0")),
            Value.of(new BigDecimal("70")),
            Value.of(BigDecimal.ZERO),
            Value.of(LocalDateTime.of(2026, 1, 31, 0, 0)));

    /** A row of one column. */
    private static final class Row implements RowValues {

        private final Value value;
        private final boolean tellsCase;
        private int looks;

        Row(Value value, boolean tellsCase) {
            this.value = value;
            this.tellsCase = tellsCase;
        }

        @Override
        public Value of(String column) {
            looks++;
            return value;
        }

        @Override
        public boolean tellsCase() {
            return tellsCase;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c IN ('a', 'b', 'c ', 'd', 'e', 'f', 'g', 'h', 'i')",
                "c IN (1, 2, 3, 4, 5, 6, 7.00, 8, 0.0)",
                "c IN (1, 2, 3, 4, 5, 6, 7, 8, NULL)",
                "c NOT IN (1, 2, 3, 4, 5, 6, 7, 8, NULL)",
                "c IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 'b')",
                "c = 1 OR c = 2 OR c = 3 OR c = 4 OR c = 5 OR c = 6 OR c = 7 OR c = 8 OR c IS NULL",
                "c IN ('2026-01-31', '1', '2', '3', '4', '5', '6', '7', '8')",
            })
    void tellsTheSameAsALookAtEach(String text) {
        Condition condition = ConditionParser.parse(text).orElseThrow();
        Condition.Or or = (Condition.Or) (condition instanceof Condition.Not not ? not.part() : condition);
        assertThat(or.constants()).isPresent();
        Condition oneByOne = new Condition.Or(or.parts(), Optional.empty());
        List<String> wrong = new ArrayList<>();
        for (Value value : VALUES) {
            for (boolean tellsCase : new boolean[] {true, false}) {
                Truth truth = or.test(new Row(value, tellsCase));
                if (truth != oneByOne.test(new Row(value, tellsCase))) {
                    wrong.add(value + " " + tellsCase + ": " + truth);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void looksOnceHoweverManyThereAre() {
        String numbers = IntStream.range(0, 3000).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        Condition condition = ConditionParser.parse("c IN (" + numbers + ")").orElseThrow();
        Row row = new Row(Value.of(new BigDecimal(4000)), false);

        assertThat(condition.test(row)).isEqualTo(Truth.FALSE);
        assertThat(row.looks).isEqualTo(1);
    }
}
