/**
 * Temporal tables, whose periods and histories triggers of H2's keep. Inside of {@code dev.palindrome.h2} and nobody else's
 * business. Open {@link dev.palindrome.h2.temporal.TemporalTable} first.
 */
@NullMarked
package dev.palindrome.h2.temporal;

import org.jspecify.annotations.NullMarked;
