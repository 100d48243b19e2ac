/**
 * What of SQL Server's system views a statement asks: known before it runs. Begin with {@code SystemViewQueries}. Inside of
 * {@code dev.palindrome.tsql}.
 */
@NullMarked
package dev.palindrome.tsql.systemview;

import org.jspecify.annotations.NullMarked;
