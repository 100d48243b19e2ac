package dev.palindrome.production.mask.run;

/**
 * A hash of a text, to be asked whether another is the same; it never leaves the process. Built up character by character, so
 * that parts of a text are looked up without being cut out.
 */
final class ValueHash {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    static final long EMPTY = 0x2545F4914F6CDD1DL;

    private ValueHash() {}

    /** The hash so far with one more character. */
    static long with(long sofar, char character) {
        long next = (sofar ^ character) * MULTIPLIER;
        return next ^ next >>> 32;
    }

    /** What is kept of a hash that is complete. */
    static long end(long sofar) {
        long mixed = (sofar ^ sofar >>> 29) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 32;
    }

    /** Of a text as it is, but for blanks at its end, which no database compares. */
    static long exact(String text) {
        long hash = EMPTY;
        for (int i = 0; i < end(text); i++) {
            hash = with(hash, text.charAt(i));
        }
        return end(hash);
    }

    /** The same for texts that differ in case. */
    static long folded(String text) {
        long hash = EMPTY;
        for (int i = 0; i < end(text); i++) {
            hash = with(hash, fold(text.charAt(i)));
        }
        return end(hash);
    }

    static char fold(char character) {
        return character < 'A' || character > 'Z' && character < 128
                ? character
                : Character.toLowerCase(Character.toUpperCase(character));
    }

    private static int end(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
