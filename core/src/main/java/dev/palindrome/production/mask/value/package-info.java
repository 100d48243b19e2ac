/**
 * What stands in for a value. Inside of {@code dev.palindrome.production} and nobody else's business. Open {@link
 * dev.palindrome.production.mask.value.Replacements} first.
 */
@NullMarked
package dev.palindrome.production.mask.value;

import org.jspecify.annotations.NullMarked;
