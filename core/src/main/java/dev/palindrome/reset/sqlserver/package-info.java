/**
 * Resets on SQL Server. Inside of {@code dev.palindrome.reset} and nobody else's business. Open {@link
 * dev.palindrome.reset.sqlserver.SqlServerBaseline} first.
 */
@NullMarked
package dev.palindrome.reset.sqlserver;

import org.jspecify.annotations.NullMarked;
