/**
 * Statements about the database as a whole and what is said about its objects, and calls of procedures. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.administration.DatabaseStatement} first.
 */
@NullMarked
package dev.palindrome.tsql.administration;

import org.jspecify.annotations.NullMarked;
