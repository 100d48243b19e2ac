/**
 * Changes of rows in forms that H2 lacks: OUTPUT, several tables, TOP, common table expressions. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.change.RowChange} first.
 */
@NullMarked
package dev.palindrome.tsql.change;

import org.jspecify.annotations.NullMarked;
