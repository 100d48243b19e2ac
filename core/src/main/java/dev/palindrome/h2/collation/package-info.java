/**
 * How a database compares texts. Inside of {@code dev.palindrome.h2} and nobody else's business. Open
 * {@link dev.palindrome.h2.collation.PaddedTexts} first.
 */
@NullMarked
package dev.palindrome.h2.collation;

import org.jspecify.annotations.NullMarked;
