/**
 * Full-text catalogues, stoplists and indexes, which H2 has not and which are recorded. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.fulltext.FullTextStatement} first.
 */
@NullMarked
package dev.palindrome.tsql.fulltext;

import org.jspecify.annotations.NullMarked;
