package dev.palindrome.seed;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Random numbers of a table, and of each of its columns, that depend on nothing but the seed and the names.
 *
 * @param seed the user's
 * @param table schema and name
 */
record Randoms(long seed, String table) {

    SplittableRandom of(String purpose) {
        long mixed = seed;
        for (char c : (table + '/' + purpose).toLowerCase(Locale.ROOT).toCharArray()) {
            mixed = (mixed ^ c) * 0x100000001B3L;
        }
        return new SplittableRandom(mixed);
    }
}
