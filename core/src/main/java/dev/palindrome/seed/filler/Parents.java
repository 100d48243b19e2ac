package dev.palindrome.seed.filler;

import java.util.List;

/**
 * Keys of rows that a foreign key may point to.
 *
 * @param all of them; not those that are to stay without children
 * @param sought those that are to get some
 */
record Parents(List<List<Object>> all, List<List<Object>> sought) {

    static Parents of(List<List<Object>> keys) {
        return new Parents(keys, List.of());
    }
}
