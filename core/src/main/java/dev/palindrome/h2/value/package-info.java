/**
 * Values as SQL Server computes them: statements that wait for the types of columns, and arithmetic that H2 does otherwise.
 * Inside of {@code dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.value.LateTranslation} first.
 */
@NullMarked
package dev.palindrome.h2.value;

import org.jspecify.annotations.NullMarked;
