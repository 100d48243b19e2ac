/**
 * What parameters of tests are given. Inside of {@code dev.palindrome.junit5} and nobody else's business. Open {@link
 * dev.palindrome.junit5.parameter.ParameterRequest} first.
 */
@NullMarked
package dev.palindrome.junit5.parameter;

import org.jspecify.annotations.NullMarked;
