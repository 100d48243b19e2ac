package dev.palindrome.migration;

import java.util.Optional;

/**
 * What Flyway runs around migrations.
 *
 * @param text its script, placeholders filled in; empty for a class
 * @param isForEach whether it may run for each migration, and not only once for all
 */
public record MigrationCallback(Optional<String> text, boolean isForEach) {}
