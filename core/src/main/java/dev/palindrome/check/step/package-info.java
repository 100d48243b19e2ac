/**
 * What scripts do to tables, as far as it can be read from them. Inside of {@code dev.palindrome.check} and nobody else's
 * business. Open {@link dev.palindrome.check.step.Step} first.
 */
@NullMarked
package dev.palindrome.check.step;

import org.jspecify.annotations.NullMarked;
