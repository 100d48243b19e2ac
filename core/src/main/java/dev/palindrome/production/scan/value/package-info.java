/**
 * What values look like, looked at one by one and never kept. Inside of {@code dev.palindrome.production} and nobody else's
 * business. Open {@link dev.palindrome.production.scan.value.ColumnValues} first.
 */
@NullMarked
package dev.palindrome.production.scan.value;

import org.jspecify.annotations.NullMarked;
