/**
 * Application contexts of Spring's tests get their database from Palindrome. The public face of its concern, found by Spring
 * and by Palindrome's extension; there is nothing to call. Open {@link
 * dev.palindrome.spring.PalindromeContextCustomizerFactory} first; then go to {@code dev.palindrome.junit5}, whose {@code
 * DatabaseHost} is the seam.
 */
@NullMarked
package dev.palindrome.spring;

import org.jspecify.annotations.NullMarked;
