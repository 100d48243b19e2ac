package dev.palindrome.production.mask.value;

import java.util.Arrays;

/**
 * Puts letters and digits in the place of others: a digit where a digit was, a letter of the same case where a letter was, and
 * all else as it was. Of two texts that differ the results differ, whatever their case.
 */
final class ShapeCycle {

    /** So many digits and letters go into a number of 64 bits, whichever they are. */
    private static final int HALF = 12;

    /** Of dates in a number one in thirty is good. */
    private static final int MOST_STEPS = 20_000;

    private static final int DIGITS = 10;
    private static final int LETTERS = 26;

    private final KeyedCycle cycle;

    ShapeCycle(MaskKey key, FakeKind kind) {
        cycle = new KeyedCycle(new SipHash(key.hash("shape of " + kind.words(), new byte[0])));
    }

    /** Tells where a text may change. */
    @FunctionalInterface
    interface Places {
        boolean isFree(int index);
    }

    /** Looks at what came of the free places. */
    @FunctionalInterface
    interface Finish {

        /** Changes nothing. */
        Finish NONE = text -> true;

        /**
         * Writes what follows from the free places, such as check digits.
         *
         * @return whether the text is good
         */
        boolean isGood(char[] text);

        default Finish and(Finish other) {
            return text -> isGood(text) && other.isGood(text);
        }
    }

    /**
     * Another text of the same shape.
     *
     * @param text in which ASCII letters and digits at free places change
     * @param free where
     * @param finish what must hold of the result. Of the text it should hold, too, or other texts might get the same
     * @param attempt how many good ones are passed by
     * @return the text itself where it has no letter and no digit at a free place
     */
    String another(String text, Places free, Finish finish, int attempt) {
        char[] now = text.toCharArray();
        int[] places = places(now, free);
        if (places.length == 0) {
            return text;
        }
        int toPass = attempt;
        for (int step = 0; step < MOST_STEPS; step++) {
            advance(now, places);
            if (finish.isGood(now) && toPass-- <= 0) {
                return new String(now);
            }
        }
        return new String(now);
    }

    private static int[] places(char[] text, Places free) {
        int[] places = new int[text.length];
        int count = 0;
        for (int i = 0; i < text.length; i++) {
            if (size(text[i]) > 1 && free.isFree(i)) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Long texts go part by part. */
    private void advance(char[] text, int[] places) {
        for (int begin = 0; begin < places.length; begin += 2 * HALF) {
            int end = Math.min(places.length, begin + 2 * HALF);
            int middle = begin + (end - begin) / 2;
            long leftSize = size(text, places, begin, middle);
            long rightSize = size(text, places, middle, end);
            KeyedCycle.Pair next = cycle.follow(
                    new KeyedCycle.Pair(number(text, places, begin, middle), number(text, places, middle, end)),
                    leftSize,
                    rightSize);
            write(text, places, begin, middle, next.left());
            write(text, places, middle, end, next.right());
        }
    }

    private static long size(char[] text, int[] places, int begin, int end) {
        long size = 1;
        for (int i = begin; i < end; i++) {
            size *= size(text[places[i]]);
        }
        return size;
    }

    private static long number(char[] text, int[] places, int begin, int end) {
        long number = 0;
        for (int i = begin; i < end; i++) {
            char letter = text[places[i]];
            number = number * size(letter) + letter - first(letter);
        }
        return number;
    }

    private static void write(char[] text, int[] places, int begin, int end, long number) {
        long rest = number;
        for (int i = end - 1; i >= begin; i--) {
            char old = text[places[i]];
            text[places[i]] = (char) (first(old) + rest % size(old));
            rest /= size(old);
        }
    }

    private static int size(char letter) {
        if (letter >= '0' && letter <= '9') {
            return DIGITS;
        }
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' ? LETTERS : 1;
    }

    private static char first(char letter) {
        return letter <= '9' ? '0' : letter <= 'Z' ? 'A' : 'a';
    }
}
