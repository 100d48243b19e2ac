/**
 * SQL Server's system views and the functions beside them, answered by H2's information schema. Begin with
 * {@code SystemViewTable}.
 */
@NullMarked
package dev.palindrome.h2.systemview;

import org.jspecify.annotations.NullMarked;
