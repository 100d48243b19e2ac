/**
 * SQL Server's system views and the functions beside them, answered by H2's information schema. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.systemview.SystemViewTable} first.
 */
@NullMarked
package dev.palindrome.h2.systemview;

import org.jspecify.annotations.NullMarked;
