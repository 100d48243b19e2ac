/**
 * What can be said of migrations without a database. The public face of its concern. Open {@link
 * dev.palindrome.check.MigrationCheck} first, and {@code FindingCode} for what can come of it.
 */
@NullMarked
package dev.palindrome.check;

import org.jspecify.annotations.NullMarked;
