package dev.palindrome.seed.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "22018, 22018, true",
        "23505, 23505, true",
        "S0001, 245, true",
        "S0001, 2628, true",
        "22001, 8152, true",
        "23000, 547, true",
        "S0001, 102, false",
        "42001, 42001, false"
    })
    void containWhatIsWrongWithAValue(String state, int error, boolean contained) {
        assertThat(RowErrors.contain(new SQLException("", state, error))).isEqualTo(contained);
    }
}
