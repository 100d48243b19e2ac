package dev.palindrome.seed.filler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenSampleTest {

    @Test
    void keepsAllOfFew() {
        assertThat(sample(7)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void keepsEverySecondOfTwiceAsMany() {
        assertThat(sample(8)).containsExactly(0, 2, 4, 6);
        assertThat(sample(14)).containsExactly(0, 2, 4, 6, 8, 10, 12);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 16, 17, 31, 100, 1000, 4097})
    void keepsAsManyAsWantedAtEqualDistances(int many) {
        List<Integer> kept = sample(many);

        assertThat(kept).hasSizeBetween(4, 8);
        int distance = kept.get(1);
        assertThat(kept)
                .isEqualTo(IntStream.iterate(0, each -> each < many, each -> each + distance)
                        .boxed()
                        .toList());
    }

    @Test
    void isEmptyWithoutAnything() {
        assertThat(sample(0)).isEmpty();
    }

    private static List<Integer> sample(int many) {
        EvenSample<Integer> sample = new EvenSample<>(4);
        IntStream.range(0, many).forEach(sample::add);
        return sample.kept();
    }
}
