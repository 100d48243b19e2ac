/**
 * Masks the rows of a database. Inside of {@code dev.palindrome.production} and nobody else's business. Open {@link
 * dev.palindrome.production.mask.run.MaskRun} first.
 */
@NullMarked
package dev.palindrome.production.mask.run;

import org.jspecify.annotations.NullMarked;
