/**
 * What H2 itself calls where something is kept that does not run. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.kept.KeptTrigger} first.
 */
@NullMarked
package dev.palindrome.h2.kept;

import org.jspecify.annotations.NullMarked;
