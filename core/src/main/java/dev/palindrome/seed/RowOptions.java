package dev.palindrome.seed;

import dev.palindrome.seed.values.RowPick;
import dev.palindrome.seed.values.ValueChoice;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
        ALL,
        /** One row of each {@link RowKind}, and no other. */
        EVERY_KIND
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
     * For the round trip: rows as production has them, one of each kind.
     *
     * @param seed see above
     * @return how rows are made
     */
    public static RowOptions forRoundTrip(long seed) {
        return new RowOptions(seed, RowKind.values().length, Edges.EVERY_KIND, Defaults.FILLED, Style.PLAIN);
    }

    /**
     * For a user who wants rows to test with.
     *
     * @param seed see above
     * @param rows see above
     * @param edges see above
     * @return values that the columns' names suggest, and defaults left to the database
     */
    public static RowOptions forTests(long seed, int rows, Edges edges) {
        return new RowOptions(seed, rows, edges, Defaults.LEFT, Style.TELLING);
    }

    /**
     * Whether values are what the columns' names suggest.
     *
     * @return false where they mean nothing
     */
    public boolean isTelling() {
        return style == Style.TELLING;
    }

    /**
     * What kind of values a row has.
     *
     * @param row its number among those that are made, from 0
     * @return ordinary ones for most rows
     */
    public ValueChoice choice(int row) {
        if (edges == Edges.EVERY_KIND) {
            return RowKind.values()[row % RowKind.values().length].choice();
        }
        int fromLast = rows - 1 - row;
        if (edges == Edges.NONE || edges == Edges.NULLS && row == 0 || fromLast > 2) {
            return ValueChoice.ORDINARY;
        }
        if (fromLast == 0) {
            return ValueChoice.MISSING;
        }
        return edges == Edges.NULLS ? ValueChoice.ORDINARY : fromLast == 1 ? ValueChoice.GREATEST : ValueChoice.LEAST;
    }

    /**
     * The rows of a table that is filled for the first time.
     *
     * @param kinds those that it gets, where there is one of each kind
     * @return in the order of their numbers
     */
    List<RowPick> picks(Set<RowKind> kinds) {
        return edges == Edges.EVERY_KIND
                ? kinds.stream().sorted().map(RowOptions::pick).toList()
                : IntStream.range(0, rows)
                        .mapToObj(row -> new RowPick(row, row, choice(row)))
                        .toList();
    }

    /**
     * The values that new columns get, row by row, in rows that are there.
     *
     * @param kinds those that the table gets
     * @return to be gone through again and again
     */
    List<RowPick> picksForColumns(Set<RowKind> kinds) {
        return edges == Edges.EVERY_KIND ? picks(kinds) : List.of(new RowPick(0, 0, ValueChoice.ORDINARY));
    }

    private static RowPick pick(RowKind kind) {
        return new RowPick(kind.ordinal(), kind.source().ordinal(), kind.choice());
    }
}
