package dev.palindrome.h2;

import org.h2.result.Row;

/**
 * A row of a table.
 *
 * @param key H2's number for it
 * @param row its values; not to be written to
 */
record H2RowEntry(long key, Row row) {}
