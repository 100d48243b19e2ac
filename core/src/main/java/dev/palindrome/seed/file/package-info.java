/**
 * Rows from files: finding them, putting them in order, reading CSV, JSON and bcp's formats. Inside of {@code
 * dev.palindrome.seed} and nobody else's business. Open {@link dev.palindrome.seed.file.DataFiles} first.
 */
@NullMarked
package dev.palindrome.seed.file;

import org.jspecify.annotations.NullMarked;
