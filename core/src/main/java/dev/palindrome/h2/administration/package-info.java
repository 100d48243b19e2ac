/**
 * What H2 does not know of a database and its objects, and is kept beside them: properties, options. Inside of
 * {@code dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.administration.H2Administration} first.
 */
@NullMarked
package dev.palindrome.h2.administration;

import org.jspecify.annotations.NullMarked;
