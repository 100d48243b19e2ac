/**
 * From one type to another, as SQL Server converts. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open
 * {@link dev.palindrome.tsql.value.conversion.ImplicitConversion} first.
 */
@NullMarked
package dev.palindrome.tsql.value.conversion;

import org.jspecify.annotations.NullMarked;
