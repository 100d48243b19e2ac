package dev.palindrome.seed;

import java.util.Locale;

/**
 * Random numbers of a table, and of each of its columns, that depend on nothing but the seed, the names and the row.
 *
 * @param seed the user's
 * @param table schema and name
 */
record Randoms(long seed, String table) {

    Dice of(String purpose) {
        return new Dice(Hashes.of(seed, (table + '/' + purpose).toLowerCase(Locale.ROOT)));
    }
}
