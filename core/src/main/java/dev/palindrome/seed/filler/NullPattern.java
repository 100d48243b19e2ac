package dev.palindrome.seed.filler;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.ValueChoice;
import java.util.SplittableRandom;

/**
 * When a column holds NULL.
 *
 * @param allowed whether it ever does
 * @param share in how many of 64 ordinary rows
 * @param odd whether it is the first column that takes NULL, the third, the fifth …
 * @param once whether it does in the second row alone, because a key takes no other NULL
 */
record NullPattern(boolean allowed, int share, boolean once, boolean odd) {

    private static final int WHOLE = 64;

    /** One in eight. */
    private static final int NOW_AND_THEN = 8;

    private static final NullPattern NEVER = new NullPattern(false, 0, false, false);

    static NullPattern of(boolean allowed, boolean nowAndThen, boolean once, boolean odd) {
        return allowed ? new NullPattern(true, nowAndThen && !once ? NOW_AND_THEN : 0, nowAndThen && once, odd) : NEVER;
    }

    boolean take(GeneratedRow row, ValueChoice choice, SplittableRandom random) {
        if (!allowed) {
            return false;
        }
        return switch (choice) {
            case MISSING -> true;
            case ORDINARY -> once ? row.number() == 1 : share > 0 && random.nextInt(WHOLE) < share;
            case ANOTHER -> random.nextInt(WHOLE) < NOW_AND_THEN;
            case ODD_MISSING -> odd;
            case EVEN_MISSING -> !odd;
            case LEAST, GREATEST, LONGEST, AWKWARD, EMPTY, COUNTERPART, NAMED -> false;
        };
    }
}
