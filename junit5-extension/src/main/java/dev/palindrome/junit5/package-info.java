/** The annotations, and the one extension behind them. Open {@code MigratedDatabase} first. */
@NullMarked
package dev.palindrome.junit5;

import org.jspecify.annotations.NullMarked;
