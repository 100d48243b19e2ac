/**
 * What lies in the locations, by the team's Flyway settings. Inside of {@code dev.palindrome.migration} and nobody
 * else's business. Open {@link dev.palindrome.migration.catalog.MigrationCatalog} first.
 */
@NullMarked
package dev.palindrome.migration.catalog;

import org.jspecify.annotations.NullMarked;
