/**
 * Reads what T-SQL says of columns and tables behind their names: types, places, compression. Inside of
 * {@code dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.declaration.TypeReader} first.
 */
@NullMarked
package dev.palindrome.tsql.declaration;

import org.jspecify.annotations.NullMarked;
