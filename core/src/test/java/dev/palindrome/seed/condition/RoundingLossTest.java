package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingLossTest {

    @ParameterizedTest
    @CsvSource({
        "true, 1.2, 0.03, true", // 0.025, rounded
        "true, 1.2, 0.06, false",
        "true, 2, 3, true", // cut
        "true, 2, 4, false",
        "false, 0.9, 0.05, true",
        "false, 2, 0.05, false"
    })
    void whatIsRoundedOnTheWayDoesNotComeBack(boolean divides, BigDecimal factor, BigDecimal number, boolean lost) {
        assertThat(new RoundingLoss(divides, factor).isOf(number)).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"true, 1.2, true", "true, 1, false", "false, 1.2, true", "false, 100, false", "true, 100, true"})
    void whereThereAreSuchNumbersThereAreExamples(boolean divides, BigDecimal factor, boolean any) {
        assertThat(new RoundingLoss(divides, factor).examples().findAny().isPresent())
                .isEqualTo(any);
    }
}
