package dev.palindrome.production.mask.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedCycleTest {

    private static final int KEYS = 400;

    /** Spaces that are drawn, and some that rounds mix. */
    @ParameterizedTest
    @CsvSource({
        "1, 10",
        "1, 26",
        "10, 10",
        "10, 26",
        "26, 26",
        "10, 100",
        "100, 100",
        "100, 1000",
        "676, 676",
        "1, 40000"
    })
    void everyNumberIsPassedOnceBeforeTheFirstComesAgain(long leftSize, long rightSize) {
        KeyedCycle cycle = cycle(1);
        KeyedCycle.Pair first = new KeyedCycle.Pair(0, 0);
        Set<KeyedCycle.Pair> seen = new HashSet<>();

        for (KeyedCycle.Pair at = first; seen.add(at); at = cycle.follow(at, leftSize, rightSize)) {
            assertThat(at.left()).isBetween(0L, leftSize - 1);
            assertThat(at.right()).isBetween(0L, rightSize - 1);
        }

        assertThat(seen).hasSize((int) (leftSize * rightSize));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 26"})
    void whatFollowsIsAnyOtherByTheKeyAndAboutAsOften(int leftSize, int rightSize) {
        for (int from = 0; from < rightSize; from++) {
            Map<Long, Integer> counts = new HashMap<>();
            for (int key = 0; key < KEYS; key++) {
                counts.merge(
                        cycle(key)
                                .follow(new KeyedCycle.Pair(0, from), leftSize, rightSize)
                                .right(),
                        1,
                        Integer::sum);
            }

            int mean = KEYS / (rightSize - 1);
            assertThat(counts).hasSize(rightSize - 1).doesNotContainKey((long) from);
            assertThat(counts.values()).allSatisfy(count -> assertThat(count).isLessThan(3 * mean));
        }
    }

    /** The same step, whatever the number, would tell the rest of whoever knows one. */
    @ParameterizedTest
    @CsvSource({"1, 10", "1, 26", "10, 10", "10, 26", "26, 26", "10, 100", "100, 1000"})
    void howFarItIsToTheNextDiffersFromNumberToNumber(long leftSize, long rightSize) {
        for (int key = 0; key < 20; key++) {
            KeyedCycle cycle = cycle(key);

            assertThat(IntStream.range(0, (int) rightSize)
                            .mapToLong(right -> Math.floorMod(
                                    cycle.follow(new KeyedCycle.Pair(0, right), leftSize, rightSize)
                                                    .right()
                                            - right,
                                    rightSize))
                            .distinct()
                            .count())
                    .isGreaterThan(2);
        }
    }

    /** Two keys have hardly a step in common where there are many. */
    @ParameterizedTest
    @CsvSource({"10, 10", "26, 26", "10, 100", "100, 1000"})
    void anotherKeyIsAnotherRing(long leftSize, long rightSize) {
        KeyedCycle one = cycle(1);
        KeyedCycle other = cycle(2);
        long same = IntStream.range(0, (int) rightSize)
                .mapToObj(right -> new KeyedCycle.Pair(0, right))
                .filter(from -> one.follow(from, leftSize, rightSize).equals(other.follow(from, leftSize, rightSize)))
                .count();

        assertThat(same).isLessThan(rightSize / 2);
    }

    private static KeyedCycle cycle(int key) {
        return new KeyedCycle(new SipHash(MaskKey.of("key " + key).hash("tests", new byte[0])));
    }
}
