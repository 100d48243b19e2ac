package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeakableErrorsTest {

    private static final String NO_COLUMN = "Invalid column name 'Anne'.";

    @Test
    void containWhatNamesAColumn() {
        assertThat(SpeakableErrors.contain(207, NO_COLUMN, "INSERT INTO t (Anne) VALUES ('x')"))
                .isTrue();
    }

    @Test
    void leaveOutConversionsBecauseTheyNameTheValue() {
        assertThat(SpeakableErrors.contain(
                        245, "Conversion failed when converting the varchar value 'x' to data type int.", ""))
                .isFalse();
    }

    @Test
    void leaveOutWhatTheScriptHasInDoubleQuotes() {
        assertThat(SpeakableErrors.contain(207, NO_COLUMN, "INSERT INTO t VALUES (\"anne\")"))
                .isFalse();
        assertThat(SpeakableErrors.contain(42122, "Column \"Anne\" not found", "INSERT INTO t VALUES (\"Anne\")"))
                .isFalse();
    }
}
