/**
 * Values as SQL Server reads and computes them: the types of expressions, what literals mean to a type, the precision and
 * scale of decimals. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.value.StatementValues} first.
 */
@NullMarked
package dev.palindrome.tsql.value;

import org.jspecify.annotations.NullMarked;
