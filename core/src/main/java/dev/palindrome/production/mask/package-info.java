/**
 * Which columns are masked and how. Inside of {@code dev.palindrome.production} and nobody else's business. Open {@link
 * dev.palindrome.production.mask.MaskPlan} first.
 */
@NullMarked
package dev.palindrome.production.mask;

import org.jspecify.annotations.NullMarked;
