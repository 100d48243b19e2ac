/**
 * Sentences that more than one form of a report says. Inside of {@code dev.palindrome.report} and nobody else's business. Open
 * {@link dev.palindrome.report.words.TimeOfScripts} first.
 */
@NullMarked
package dev.palindrome.report.words;

import org.jspecify.annotations.NullMarked;
