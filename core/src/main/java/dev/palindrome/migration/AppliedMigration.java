package dev.palindrome.migration;

import java.time.Duration;
import java.time.Instant;

/**
 * One row of the history table.
 *
 * @param migration what was applied
 * @param type Flyway's name for its kind: {@code SQL}, {@code JDBC}, {@code BASELINE}, {@code SQL_BASELINE} …
 * @param installedOn when, as the database noted it
 * @param took how long it took; Flyway measures milliseconds
 * @param succeeded false for a migration that failed where the engine could not roll it back
 */
public record AppliedMigration(
        Migration migration, String type, Instant installedOn, Duration took, boolean succeeded) {}
