package dev.palindrome.seed.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1E1000000000", "1E-1000000000", "0E-1000000000", "-4.5e99999", "twelve", ""})
    void whatNoColumnHoldsIsNone(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void moreDigitsThanAnyColumnHoldsAreNone() {
        assertThat(Numbers.parse("9".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-0.50", " 12e3 ", "1.7976931348623157E308", "4.9E-324"})
    void othersAreRead(String text) {
        assertThat(Numbers.parse(text)).contains(new BigDecimal(text.strip()));
    }
}
