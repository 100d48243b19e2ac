package dev.palindrome.seed.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void leaveOutWhatTheScriptHasInDoubleQuotes() {
        assertThat(SafeErrorMessages.contain(207, NO_COLUMN, "INSERT INTO t VALUES (\"anne\")"))
                .isFalse();
        assertThat(SafeErrorMessages.contain(42122, "Column \"Anne\" not found", "INSERT INTO t VALUES (\"Anne\")"))
                .isFalse();
    }
}
