/**
 * Databases in this JVM's memory. Inside of {@code dev.palindrome.database} and nobody else's business. Open {@link
 * dev.palindrome.database.h2.H2Databases} first.
 */
@NullMarked
package dev.palindrome.database.h2;

import org.jspecify.annotations.NullMarked;
