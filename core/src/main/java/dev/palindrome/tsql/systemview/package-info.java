/**
 * What of SQL Server's system views a statement asks: known before it runs. Inside of {@code dev.palindrome.tsql} and
 * nobody else's business. Open {@link dev.palindrome.tsql.systemview.SystemViewQueries} first.
 */
@NullMarked
package dev.palindrome.tsql.systemview;

import org.jspecify.annotations.NullMarked;
