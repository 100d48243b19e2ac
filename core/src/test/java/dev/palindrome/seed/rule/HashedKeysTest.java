package dev.palindrome.seed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.values.Hashes;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashedKeysTest {

    private final HashedKeys keys = new HashedKeys();

    @Test
    void containNothingAtFirst() {
        assertThat(LongStream.of(0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE)).noneMatch(keys::contains);
    }

    @Test
    void containWhatWasAddedHoweverMuch() {
        LongStream.range(0, 100_000).forEach(i -> keys.add(Hashes.mix(i)));

        assertThat(LongStream.range(0, 100_000).map(Hashes::mix)).allMatch(keys::contains);
        assertThat(LongStream.range(100_000, 200_000).map(Hashes::mix)).noneMatch(keys::contains);
    }

    @Test
    void containZeroOnceItWasAdded() {
        keys.add(0);

        assertThat(keys.contains(0)).isTrue();
        assertThat(keys.contains(2)).isFalse();
    }

    @Test
    void takeTheSameAgain() {
        LongStream.range(0, 1000).forEach(i -> keys.add(7));

        assertThat(keys.contains(7)).isTrue();
        assertThat(keys.contains(8)).isFalse();
    }

    @Test
    void tellNeighboursApart() {
        LongStream.range(0, 1000).forEach(i -> keys.add(2 * i + 2));

        assertThat(LongStream.range(0, 1000).map(i -> 2 * i + 3)).noneMatch(keys::contains);
    }
}
