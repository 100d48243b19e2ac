/**
 * What the names of columns say about their values; the only package that knows Datafaker. Inside of {@code
 * dev.palindrome.seed} and nobody else's business. Open {@link dev.palindrome.seed.suggestion.Suggestions} first.
 */
@NullMarked
package dev.palindrome.seed.suggestion;

import org.jspecify.annotations.NullMarked;
