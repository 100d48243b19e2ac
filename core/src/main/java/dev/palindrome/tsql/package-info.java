/**
 * T-SQL as text, for every concern: the one lexer, the batches of a script with their lines, what a script says at its
 * head and what it executes; and scripts rewritten for H2. The public face of its concern. Open {@link
 * dev.palindrome.tsql.Lexer} first, and {@link dev.palindrome.tsql.TranslatedScript} for the embedded engine.
 */
@NullMarked
package dev.palindrome.tsql;

import org.jspecify.annotations.NullMarked;
