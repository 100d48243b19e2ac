/**
 * Conditions, values and queries rewritten for H2, wherever in a statement they stand. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.rewrite.expression.ExpressionRewriter} first.
 */
@NullMarked
package dev.palindrome.tsql.rewrite.expression;

import org.jspecify.annotations.NullMarked;
