/**
 * What SQL Server demands of queries and transactions, whatever becomes of them. Inside of {@code dev.palindrome.tsql} and
 * nobody else's business. Open {@link dev.palindrome.tsql.rule.ExpressionSyntax} first.
 */
@NullMarked
package dev.palindrome.tsql.rule;

import org.jspecify.annotations.NullMarked;
