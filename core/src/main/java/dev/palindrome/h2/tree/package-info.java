/**
 * The trees in which H2 keeps rows, indexes and its catalogue. Inside of {@code dev.palindrome.h2} and nobody else's
 * business. Open {@link dev.palindrome.h2.tree.TreeSnapshot} first.
 */
@NullMarked
package dev.palindrome.h2.tree;

import org.jspecify.annotations.NullMarked;
