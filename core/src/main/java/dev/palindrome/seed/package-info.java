/**
 * Putting rows in: values that fit their columns, and rows that break no constraint. Open
 * {@link dev.palindrome.seed.RowFiller} first.
 */
@NullMarked
package dev.palindrome.seed;

import org.jspecify.annotations.NullMarked;
