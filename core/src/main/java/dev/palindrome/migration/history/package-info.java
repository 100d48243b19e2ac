/**
 * Flyway's history table: what it says, and how it is corrected after an undo. Inside of {@code
 * dev.palindrome.migration} and nobody else's business. Open {@link dev.palindrome.migration.history.HistoryTable}
 * first.
 */
@NullMarked
package dev.palindrome.migration.history;

import org.jspecify.annotations.NullMarked;
