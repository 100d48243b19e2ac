/**
 * Running migrations and undo scripts through Flyway's public API. Inside of {@code dev.palindrome.migration} and
 * nobody else's business. Open {@link dev.palindrome.migration.flyway.FlywayMigrations} first.
 */
@NullMarked
package dev.palindrome.migration.flyway;

import org.jspecify.annotations.NullMarked;
