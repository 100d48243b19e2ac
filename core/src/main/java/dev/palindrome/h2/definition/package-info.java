/**
 * Reads what H2's own statements say of tables, columns, indexes and constraints. Inside of {@code dev.palindrome.h2} and
 * nobody else's business. Open {@link dev.palindrome.h2.definition.H2TablePart} first.
 */
@NullMarked
package dev.palindrome.h2.definition;

import org.jspecify.annotations.NullMarked;
