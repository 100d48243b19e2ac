/**
 * Reads what T-SQL says of indexes, statistics and full-text indexes. Inside of {@code dev.palindrome.tsql} and nobody else's
 * business. Open {@link dev.palindrome.tsql.index.IndexText} first.
 */
@NullMarked
package dev.palindrome.tsql.index;

import org.jspecify.annotations.NullMarked;
