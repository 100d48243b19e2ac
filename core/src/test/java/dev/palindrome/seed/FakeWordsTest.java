package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakeWordsTest {

    @ParameterizedTest
    @EnumSource
    void areDatafakersAndOfAsciiLetters(FakeWords kind) {
        assertThat(kind.all())
                .hasSizeGreaterThan(kind == FakeWords.COMPANY_ENDINGS ? 9 : 6)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[ -~]++"));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST_NAMES", "LAST_NAMES"})
    void thereAreEnoughNames(FakeWords kind) {
        assertThat(kind.all()).hasSizeGreaterThan(400).containsAnyOf("Abbott", "Aaron");
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameEachTime(FakeWords kind) {
        List<String> once = kind.all();

        assertThat(kind.all()).isSameAs(once);
    }
}
