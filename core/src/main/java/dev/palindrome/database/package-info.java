/**
 * A database made for a test: its name, how to connect, its life. Open {@link dev.palindrome.database.Databases} first;
 * then go to {@code dev.palindrome.migration}.
 */
@NullMarked
package dev.palindrome.database;

import org.jspecify.annotations.NullMarked;
