/**
 * T-SQL rewritten for H2, statement by statement. Inside of {@code dev.palindrome.tsql} and nobody else's business.
 * Open {@link dev.palindrome.tsql.rewrite.ScriptRewriter} first.
 */
@NullMarked
package dev.palindrome.tsql.rewrite;

import org.jspecify.annotations.NullMarked;
