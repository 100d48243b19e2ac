package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeErrorMessagesTest {

    private static final String NO_COLUMN = "Invalid column name 'Anne'.";

    @Test
    void containWhatNamesAColumn() {
        assertThat(SafeErrorMessages.contain(207, NO_COLUMN, "INSERT INTO t (Anne) VALUES ('x')"))
                .isTrue();
    }

    @Test
    void leaveOutConversionsBecauseTheyNameTheValue() {
        assertThat(SafeErrorMessages.contain(
                        245, "Conversion failed when converting the varchar value 'x' to data type int.", ""))
                .isFalse();
    }

    /** What has nothing to do with values: the server is gone, the login may not, somebody else was quicker. */
    @ParameterizedTest
    @CsvSource({
        "0, 08S01",
        "18456, S0001",
        "229, S0005",
        "1205, 40001",
        "208, S0002",
        "262, S0001",
        "0, 28000",
        "90108, HY000"
    })
    void areThoseOfTheServerAndOfNames(int number, String state) {
        assertThat(SafeErrorMessages.isWithoutValues(new SQLException("as it is", state, number)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2627, 23000", "245, S0001", "8152, 22001", "2628, S0001", "547, 23000", "50000, S0001"})
    void areNotThoseOfRows(int number, String state) {
        assertThat(SafeErrorMessages.isWithoutValues(new SQLException("holds a value", state, number)))
                .isFalse();
    }

    @Test
    void leaveOutWhatTheScriptHasInDoubleQuotes() {
        assertThat(SafeErrorMessages.contain(207, NO_COLUMN, "INSERT INTO t VALUES (\"anne\")"))
                .isFalse();
        assertThat(SafeErrorMessages.contain(42122, "Column \"Anne\" not found", "INSERT INTO t VALUES (\"Anne\")"))
                .isFalse();
    }
}
