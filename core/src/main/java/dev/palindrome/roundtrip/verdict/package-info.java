/**
 * What is to be said of a migration, all in all. Inside of {@code dev.palindrome.roundtrip} and nobody else's
 * business. Open {@link dev.palindrome.roundtrip.verdict.FindingAssembly} first.
 */
@NullMarked
package dev.palindrome.roundtrip.verdict;

import org.jspecify.annotations.NullMarked;
