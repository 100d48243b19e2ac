package dev.palindrome.seed.rows;

import dev.palindrome.schema.Identity;
import dev.palindrome.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which numbers of an identity rows are to have: there is a gap in their midst, and the last ones have numbers that scripts
 * name, as far as these are near.
 *
 * @param steps in order; rows that are left come behind the last
 * @param named how many rows have numbers that scripts name, the last ones
 */
record IdentityNumbers(List<Step> steps, int named) {

    /** Each that is skipped is a row that is put in and taken back. */
    private static final int GREATEST = 100;

    private static final int MOST_NAMED = 3;

    /**
     * A gap.
     *
     * @param behind so many rows, from the first
     * @param skipped how many numbers
     */
    record Step(int behind, int skipped) {}

    /** @param named numbers that some rows are to have */
    static IdentityNumbers of(Table table, Set<Long> named, int rows) {
        boolean isPlain = table.columns().stream()
                .flatMap(column -> column.identity().stream())
                .allMatch(IdentityNumbers::isPlain);
        Set<Long> numbers = isPlain ? new TreeSet<>(named) : new TreeSet<>();
        int gap = gap(numbers, rows);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(gap, 1));
        List<Long> far = numbers.stream()
                .filter(number -> number > rows + 1 && number <= GREATEST)
                .limit(Math.min(MOST_NAMED, rows - gap - 1))
                .toList();
        int behind = rows - far.size();
        long next = behind + 2;
        for (long number : far) {
            steps.add(new Step(behind++, (int) (number - next)));
            next = number + 1;
        }
        return new IdentityNumbers(
                steps.stream().filter(step -> step.skipped() > 0).toList(), far.size());
    }

    private static boolean isPlain(Identity identity) {
        return identity.seed().compareTo(BigDecimal.ONE) == 0
                && identity.increment().compareTo(BigDecimal.ONE) == 0;
    }

    /** In the midst, or beside it where the number there is named. */
    private static int gap(Set<Long> named, int rows) {
        int midst = rows / 2;
        for (int away = 0; away < midst; away++) {
            if (!named.contains(midst + away + 1L)) {
                return midst + away;
            }
            if (!named.contains(midst - away + 1L)) {
                return midst - away;
            }
        }
        return midst;
    }
}
