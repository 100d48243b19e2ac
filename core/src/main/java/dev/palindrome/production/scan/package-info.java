/**
 * Finding personal data: by the names of columns, and by a sample of values. Inside of {@code dev.palindrome.production} and
 * nobody else's business. Open {@link dev.palindrome.production.scan.NameScan} first.
 */
@NullMarked
package dev.palindrome.production.scan;

import org.jspecify.annotations.NullMarked;
