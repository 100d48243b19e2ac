/**
 * The annotations, and the one extension behind them. The public face of its concern. Open {@link
 * dev.palindrome.junit5.MigratedDatabase} first; then go to {@code dev.palindrome}, the front door of what works
 * without JUnit.
 */
@NullMarked
package dev.palindrome.junit5;

import org.jspecify.annotations.NullMarked;
