/**
 * Putting many rows into a table, fast and with flat memory. Inside of {@code dev.palindrome.seed} and nobody else's
 * business. Open {@link dev.palindrome.seed.bulk.BulkLoader} first.
 */
@NullMarked
package dev.palindrome.seed.bulk;

import org.jspecify.annotations.NullMarked;
