package dev.palindrome.seed;

import dev.palindrome.seed.values.ValueChoice;

/**
 * How rows are made.
 *
 * @param seed of the random numbers: the same seed gives the same rows, whatever the order of the tables
 * @param rows for each table
 * @param edges which rows are out of the ordinary
 * @param defaults whether columns with a default are left to it
 * @param style what ordinary values are like
 */
public record RowOptions(long seed, int rows, Edges edges, Defaults defaults, Style style) {

    /** Which rows are out of the ordinary. */
    public enum Edges {
        /** None: every column has a value. */
        NONE,
        /** The last of several rows holds NULL wherever that is allowed. */
        NULLS,
        /** That, and before it a row of greatest and longest values, and one of least and shortest. */
        ALL
    }

    /** What happens to columns with a default. */
    public enum Defaults {
        /** They get a value, so that losing it shows. */
        FILLED,
        /** They are left alone. */
        LEFT
    }

    /** What ordinary values are like. */
    public enum Style {
        /** Letters and numbers that mean nothing, and will hardly meet those that somebody else writes; never NULL. */
        PLAIN,
        /** What the column's name suggests, keys that count from 1, and NULL now and then. */
        TELLING
    }

    /**
     * For the round trip: three rows, the last with NULLs. Nothing only just fits, because a change of type that refuses
     * such a value is worth a note, not a failure.
     *
     * @param seed see above
     * @return a recipe
     */
    public static RowOptions forRoundTrip(long seed) {
        return new RowOptions(seed, 3, Edges.NULLS, Defaults.FILLED, Style.PLAIN);
    }

    /** For a user who wants rows to test with. */
    public static RowOptions forTests(long seed, int rows, Edges edges) {
        return new RowOptions(seed, rows, edges, Defaults.LEFT, Style.TELLING);
    }

    public boolean isTelling() {
        return style == Style.TELLING;
    }

    public ValueChoice draw(int row) {
        int fromLast = rows - 1 - row;
        if (edges == Edges.NONE || edges == Edges.NULLS && row == 0 || fromLast > 2) {
            return ValueChoice.ORDINARY;
        }
        if (fromLast == 0) {
            return ValueChoice.MISSING;
        }
        return edges == Edges.NULLS ? ValueChoice.ORDINARY : fromLast == 1 ? ValueChoice.GREATEST : ValueChoice.LEAST;
    }
}
