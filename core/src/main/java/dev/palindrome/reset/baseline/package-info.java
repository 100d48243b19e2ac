/**
 * What both engines do for a snapshot. Inside of {@code dev.palindrome.reset} and nobody else's business. Open {@link
 * dev.palindrome.reset.baseline.Baseline} first.
 */
@NullMarked
package dev.palindrome.reset.baseline;

import org.jspecify.annotations.NullMarked;
