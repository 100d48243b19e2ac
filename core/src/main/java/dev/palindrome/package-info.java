/**
 * The front door: {@link dev.palindrome.TestDatabase}. Inside, read {@code engine}, {@code database} and
 * {@code migration} in this order.
 */
@NullMarked
package dev.palindrome;

import org.jspecify.annotations.NullMarked;
