package dev.palindrome.seed;

import java.util.SplittableRandom;

/**
 * Random numbers for the rows of a column, whatever the order in which rows and columns are filled.
 *
 * @param seed of this column
 */
record Dice(long seed) {

    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** Always the same for the same row, until that has been tried again. */
    SplittableRandom at(Row row) {
        return new SplittableRandom(seed(row));
    }

    long seed(Row row) {
        return Hashes.mix(Hashes.mix(seed + row.number() * STRIDE) + row.tries());
    }
}
