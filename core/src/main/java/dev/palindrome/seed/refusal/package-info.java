/**
 * Why a database refused a row, told without showing a value. Inside of {@code dev.palindrome.seed} and nobody else's
 * business. Open {@link dev.palindrome.seed.refusal.RefusalReason} first.
 */
@NullMarked
package dev.palindrome.seed.refusal;

import org.jspecify.annotations.NullMarked;
