/**
 * Reading scripts that tools have written of other databases. Inside of {@code dev.palindrome.production} and nobody else's
 * business. Open {@link dev.palindrome.production.legacy.LegacyText} first.
 */
@NullMarked
package dev.palindrome.production.legacy;

import org.jspecify.annotations.NullMarked;
