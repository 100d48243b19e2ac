package dev.palindrome.seed.filler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParentChoiceTest {

    private static final RowRandom RANDOM = new RowRandom(42);

    @Test
    void goesThroughAllCombinationsBeforeOneComesAgain() {
        List<List<Integer>> all = IntStream.range(0, 4 * 6 * 5)
                .mapToObj(i -> List.of(i % 4, i / 4 % 6, i / 24))
                .toList();

        assertThat(combinations(List.of(4, 6, 5), 0, 120)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(combinations(List.of(4, 6, 5), 77, 120)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void isTheSameForTheSameDice() {
        assertThat(combinations(List.of(10, 10), 0, 100)).isEqualTo(combinations(List.of(10, 10), 0, 100));
    }

    @Test
    void takesTheOnlyParentThereIs() {
        assertThat(combinations(List.of(1, 1), 0, 3)).containsExactly(List.of(0, 0), List.of(0, 0), List.of(0, 0));
    }

    @Test
    void staysDistinctWhereCombinationsAreTooManyToCount() {
        List<Integer> sizes = List.of(140_000, 140_000, 140_000, 140_000);

        assertThat(combinations(sizes, 0, 1000)).doesNotHaveDuplicates();
    }

    @Test
    void isRandomWhereATableIsEmpty() {
        assertThat(ParentChoice.combined(List.of(3, 0), RANDOM))
                .extracting(ParentChoice::isByNumber)
                .containsExactly(false, false);
    }

    @Test
    void isByNumberWhereAllTablesHoldRows() {
        assertThat(ParentChoice.combined(List.of(3, 2), RANDOM))
                .extracting(ParentChoice::isByNumber)
                .containsExactly(true, true);
    }

    private static List<List<Integer>> combinations(List<Integer> sizes, long from, int rows) {
        List<ParentChoice> choices = ParentChoice.combined(sizes, RANDOM);
        return LongStream.range(from, from + rows)
                .mapToObj(GeneratedRow::new)
                .map(row -> choices.stream().map(choice -> choice.index(row)).toList())
                .toList();
    }
}
