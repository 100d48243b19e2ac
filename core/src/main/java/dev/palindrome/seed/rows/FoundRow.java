package dev.palindrome.seed.rows;

import dev.palindrome.seed.values.GeneratedRow;
import java.util.List;

/**
 * A row of a table.
 *
 * @param row its values
 * @param key what tells it from others
 */
record FoundRow(GeneratedRow row, List<Object> key) {}
