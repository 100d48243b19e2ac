/**
 * Going up and down. The only package that knows Flyway. The public face of its concern. Open {@link
 * dev.palindrome.migration.Migrations} first.
 */
@NullMarked
package dev.palindrome.migration;

import org.jspecify.annotations.NullMarked;
