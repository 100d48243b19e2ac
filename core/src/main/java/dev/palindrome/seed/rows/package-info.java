/**
 * Making rows that fit a table, and loading them. Inside of {@code dev.palindrome.seed} and nobody else's business.
 * Open {@link dev.palindrome.seed.rows.TableFilling} first, then {@link dev.palindrome.seed.rows.RowPlanner}.
 */
@NullMarked
package dev.palindrome.seed.rows;

import org.jspecify.annotations.NullMarked;
