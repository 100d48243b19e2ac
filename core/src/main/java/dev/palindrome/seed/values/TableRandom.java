package dev.palindrome.seed.values;

import java.util.Locale;

/**
 * Random numbers of a table, and of each of its columns, that depend on nothing but the seed, the names and the row.
 *
 * @param seed the user's
 * @param table schema and name
 */
public record TableRandom(long seed, String table) {

    public RowRandom of(String purpose) {
        return new RowRandom(Hashes.of(seed, (table + '/' + purpose).toLowerCase(Locale.ROOT)));
    }
}
