/**
 * Batches taken apart into statements. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.statement.StatementParser} first.
 */
@NullMarked
package dev.palindrome.tsql.statement;

import org.jspecify.annotations.NullMarked;
