/**
 * One of each tool for SQL: types, names in brackets and quotes, literals, running statements and reading rows,
 * transactions, hashes. The public face of its concern. Open {@link dev.palindrome.sql.SqlRunner} first.
 */
@NullMarked
package dev.palindrome.sql;

import org.jspecify.annotations.NullMarked;
