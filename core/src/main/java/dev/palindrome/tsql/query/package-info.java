/**
 * Queries in forms that H2 lacks, such as APPLY, PIVOT and ROLLUP, written in those that it has. Both are T-SQL, so that
 * whoever reads values and refuses what is wrong sees nothing else. Inside of {@code dev.palindrome.tsql} and nobody else's
 * business. Open {@link dev.palindrome.tsql.query.QueryForms} first.
 */
@NullMarked
package dev.palindrome.tsql.query;

import org.jspecify.annotations.NullMarked;
