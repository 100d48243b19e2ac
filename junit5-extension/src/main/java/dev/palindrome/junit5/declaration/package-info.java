/**
 * What a class and its methods declare, and what things are called in messages. Inside of {@code
 * dev.palindrome.junit5} and nobody else's business. Open {@link
 * dev.palindrome.junit5.declaration.DatabaseDeclarations} first.
 */
@NullMarked
package dev.palindrome.junit5.declaration;

import org.jspecify.annotations.NullMarked;
