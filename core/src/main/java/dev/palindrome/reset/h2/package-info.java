/**
 * Resets on the embedded engine. Inside of {@code dev.palindrome.reset} and nobody else's business. Open {@link
 * dev.palindrome.reset.h2.H2Baseline} first.
 */
@NullMarked
package dev.palindrome.reset.h2;

import org.jspecify.annotations.NullMarked;
