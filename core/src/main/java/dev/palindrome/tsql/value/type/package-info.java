/**
 * What an expression is: its tokens, its type, and what only a column's type can answer; how SQL Server reads a literal for a
 * type. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.value.type.Expression} first.
 */
@NullMarked
package dev.palindrome.tsql.value.type;

import org.jspecify.annotations.NullMarked;
