package dev.palindrome.seed.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranges in a bracket of LIKE. Which characters lie between two others is the collation's business; among letters of
 * one case, and among digits, all agree.
 */
record LikeRanges(List<Range> ranges) {

    static final LikeRanges NONE = new LikeRanges(List.of());

    /** More of a range than this is not needed for examples. */
    private static final int ENOUGH = 256;

    /** Characters from one to another, both included; none if the last stands before the first. */
    record Range(char first, char last) {

        boolean has(char character, boolean tellsCase) {
            return tellsCase
                    ? character >= first && character <= last
                    : folded(character) >= folded(first) && folded(character) <= folded(last);
        }
    }

    static char folded(char character) {
        return Character.toUpperCase(character);
    }

    LikeRanges with(Range range) {
        List<Range> more = new ArrayList<>(ranges);
        more.add(range);
        return new LikeRanges(List.copyOf(more));
    }

    boolean have(char character, boolean tellsCase) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).has(character, tellsCase)) {
                return true;
            }
        }
        return false;
    }

    String characters() {
        StringBuilder characters = new StringBuilder();
        for (Range range : ranges) {
            int last = Math.min(range.last(), range.first() + ENOUGH);
            for (int character = range.first(); character <= last; character++) {
                characters.append((char) character);
            }
        }
        return characters.toString();
    }
}
