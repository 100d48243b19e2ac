package dev.palindrome.seed.values;

import java.util.SplittableRandom;

/**
 * Random numbers for the rows of a column, whatever the order in which rows and columns are filled.
 *
 * @param seed of this column
 */
public record RowRandom(long seed) {

    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** Always the same for the same row, until that has been tried again. */
    public SplittableRandom at(GeneratedRow row) {
        return new SplittableRandom(seed(row));
    }

    public long seed(GeneratedRow row) {
        return Hashes.mix(Hashes.mix(seed + row.source() * STRIDE) + row.tries());
    }
}
