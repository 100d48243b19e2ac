package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "AB%, abc, true",
        "AB%, ba, false",
        "A_C, abc, true",
        "[0-9][^0-9], 1a, true",
        "[0-9][^0-9], 11, false",
        "[a-c^], ^, true",
        "100!%, 100%, true",
        "100!%, 1000, false",
        "a.c, abc, false",
        "[[]x], [x], true"
    })
    void matchesAsTheServerDoes(String pattern, String text, boolean matches) {
        assertThat(new LikePattern(pattern, "!").matches(text, false)).isEqualTo(matches);
    }

    @Test
    void tellsCaseIfItShall() {
        assertThat(new LikePattern("AB%", "").matches("abc", true)).isFalse();
        assertThat(new LikePattern("AB%", "").matches("ABc", true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB%", "A_C", "[0-9][^0-9]_", "%@%.%", "100!%", "[A-C]-[x-z]%"})
    void makesTextsThatMatch(String text) {
        LikePattern pattern = new LikePattern(text, "!");
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 20; i++) {
            assertThat(pattern.example(random)).matches(example -> pattern.matches(example, true));
        }
    }

    @Test
    void knowsWhatOnlyTheseCharactersMeans() {
        assertThat(new LikePattern("%[^0-3x]%", "").alphabet()).contains("0123x");
        assertThat(new LikePattern("%[0-3]%", "").alphabet()).isEmpty();
    }
}
