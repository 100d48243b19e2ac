package dev.palindrome.seed.filler;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which parent a row points to.
 *
 * <p>By number, the rows go through all combinations of several tables' rows, each once, in an order that looks random:
 * numbers are multiplied with one that has no divisor in common with how many combinations there are.
 *
 * @param divisor what the place of the combination is divided by; 0 for a random choice
 * @param size how many parents there are
 * @param combinations how many combinations there are
 */
record ParentChoice(long divisor, int size, long combinations, long factor) {

    /** Beyond this, places are not multiplied any more. */
    private static final long MOST = 1L << 31;

    static ParentChoice random() {
        return new ParentChoice(0, 0, 0, 0);
    }

    /** One for each table, or random ones if one of the tables is empty. */
    static List<ParentChoice> combined(List<Integer> sizes, RowRandom rowRandom) {
        long combinations = sizes.stream().mapToLong(Integer::longValue).reduce(1, ParentChoice::times);
        long factor =
                combinations == 0 || combinations > MOST ? 1 : factor(combinations, rowRandom.at(new GeneratedRow(0)));
        List<ParentChoice> choices = new ArrayList<>();
        long divisor = 1;
        for (int size : sizes) {
            choices.add(combinations == 0 ? random() : new ParentChoice(divisor, size, combinations, factor));
            divisor = times(divisor, size);
        }
        return choices;
    }

    /** As good as endless where it does not fit. */
    private static long times(long one, long other) {
        return other > 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
    }

    private static long factor(long combinations, SplittableRandom random) {
        long factor = 1 + random.nextLong(combinations);
        while (!BigInteger.valueOf(factor).gcd(BigInteger.valueOf(combinations)).equals(BigInteger.ONE)) {
            factor++;
        }
        return factor;
    }

    boolean isByNumber() {
        return divisor > 0;
    }

    int index(GeneratedRow row) {
        long place = row.number() % combinations * factor % combinations;
        return (int) (place / divisor % size);
    }
}
