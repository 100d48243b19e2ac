/**
 * Putting rows in: values that fit their columns, and rows that break no constraint. The public face of its concern.
 * Open {@link dev.palindrome.seed.Seeding} first; for round trips {@link dev.palindrome.seed.RowFiller}, and {@code
 * DataFiles} for rows from files.
 */
@NullMarked
package dev.palindrome.seed;

import org.jspecify.annotations.NullMarked;
