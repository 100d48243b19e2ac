/**
 * What the scripts of migrations say of rows. Inside of {@code dev.palindrome.seed} and nobody else's business. Open {@link
 * dev.palindrome.seed.named.NamedConditions} first.
 */
@NullMarked
package dev.palindrome.seed.named;

import org.jspecify.annotations.NullMarked;
