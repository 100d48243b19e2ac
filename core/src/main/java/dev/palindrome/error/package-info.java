/**
 * The root of every error that is not an assertion error. The public face of its concern. Open {@link
 * dev.palindrome.error.PalindromeException}.
 */
@NullMarked
package dev.palindrome.error;

import org.jspecify.annotations.NullMarked;
