/**
 * Databases as the statements that make them, with H2's SQL alone: nothing here knows H2's inside. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.script.DatabaseScript} first.
 */
@NullMarked
package dev.palindrome.h2.script;

import org.jspecify.annotations.NullMarked;
