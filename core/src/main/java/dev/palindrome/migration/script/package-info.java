/**
 * Scripts: finding them, their names, their heads, their placeholders, and what an engine is given of them. Inside of
 * {@code dev.palindrome.migration} and nobody else's business. Open {@link
 * dev.palindrome.migration.script.ScriptFile} first.
 */
@NullMarked
package dev.palindrome.migration.script;

import org.jspecify.annotations.NullMarked;
