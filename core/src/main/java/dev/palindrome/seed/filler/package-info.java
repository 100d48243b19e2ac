/**
 * What gives the columns of a row their values: single columns, foreign keys, keys that are counted. Inside of {@code
 * dev.palindrome.seed} and nobody else's business. Open {@link dev.palindrome.seed.filler.TableFillers} first.
 */
@NullMarked
package dev.palindrome.seed.filler;

import org.jspecify.annotations.NullMarked;
