package dev.palindrome.migration;

import java.util.Optional;

/**
 * A migration that runs again whenever its script changes.
 *
 * @param migration which
 * @param text its script, placeholders filled in; empty for a Java migration
 */
public record RepeatableMigration(Migration migration, Optional<String> text) {}
