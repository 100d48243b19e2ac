/**
 * What lives as long as a class or a test: databases, their resets, what tests leave behind. Inside of {@code
 * dev.palindrome.junit5} and nobody else's business. Open {@link dev.palindrome.junit5.scope.ClassScope} first, then
 * {@link dev.palindrome.junit5.scope.TestScope}.
 */
@NullMarked
package dev.palindrome.junit5.scope;

import org.jspecify.annotations.NullMarked;
