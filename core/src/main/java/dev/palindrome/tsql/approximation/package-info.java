/**
 * What of a statement the embedded engine takes, and does less or otherwise than SQL Server. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.approximation.ScriptApproximations} first.
 */
@NullMarked
package dev.palindrome.tsql.approximation;

import org.jspecify.annotations.NullMarked;
