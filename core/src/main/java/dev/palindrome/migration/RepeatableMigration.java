package dev.palindrome.migration;

import java.util.Optional;

/**
 * A migration that runs again whenever its script changes.
 *
 * @param migration which
 * @param text its script, placeholders filled in; empty for a Java migration
 * @param written its script as its author wrote it, for whoever shows it: values of placeholders may be secret
 */
public record RepeatableMigration(Migration migration, Optional<String> text, Optional<String> written) {}
