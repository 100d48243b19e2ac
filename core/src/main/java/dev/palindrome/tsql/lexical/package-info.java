/**
 * What the lexer knows of single tokens. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.lexical.Symbols} first.
 */
@NullMarked
package dev.palindrome.tsql.lexical;

import org.jspecify.annotations.NullMarked;
