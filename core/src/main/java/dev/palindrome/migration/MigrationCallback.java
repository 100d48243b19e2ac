package dev.palindrome.migration;

import java.util.Optional;

/**
 * What Flyway runs around migrations.
 *
 * @param text its script, placeholders filled in; empty for a class
 * @param isForEach whether it may run for each migration, and not only once for all
 * @param isInside whether it may run for each statement, in the midst of a migration
 */
public record MigrationCallback(Optional<String> text, boolean isForEach, boolean isInside) {}
