/**
 * Going up and down. The only package that knows Flyway. Open {@link dev.palindrome.migration.Migrations} first.
 */
@NullMarked
package dev.palindrome.migration;

import org.jspecify.annotations.NullMarked;
