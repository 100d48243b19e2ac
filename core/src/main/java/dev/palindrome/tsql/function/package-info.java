/**
 * Functions of T-SQL's that H2 lacks or computes otherwise: what they are called with, and of which type they are. Inside of
 * {@code dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.function.BuiltInFunction} first.
 */
@NullMarked
package dev.palindrome.tsql.function;

import org.jspecify.annotations.NullMarked;
