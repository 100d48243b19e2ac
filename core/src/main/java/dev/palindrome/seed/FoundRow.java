package dev.palindrome.seed;

import java.util.List;

/**
 * A row of a table.
 *
 * @param row its values
 * @param key what tells it from others
 */
record FoundRow(Row row, List<Object> key) {}
