/**
 * A database made for a test: its name, how to connect, its life. Open {@link dev.palindrome.database.Databases} first;
 * then go to {@code dev.palindrome.migration}.
 *
 * <p>All of it is internal: public for Palindrome's own packages only, it may change in any version. Users meet
 * {@code dev.palindrome.TestDatabase}, and {@link dev.palindrome.database.DatabaseException} when something fails.
 */
@NullMarked
package dev.palindrome.database;

import org.jspecify.annotations.NullMarked;
