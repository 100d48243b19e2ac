/**
 * A database made for a test: its name, how to connect, its life. The public face of its concern. Open {@link
 * dev.palindrome.database.Databases} first; then go to {@code dev.palindrome.migration}.
 *
 * <p>Users meet {@code dev.palindrome.TestDatabase}, and {@link dev.palindrome.database.DatabaseException} when
 * something fails; the other types are for Palindrome's other concerns.
 */
@NullMarked
package dev.palindrome.database;

import org.jspecify.annotations.NullMarked;
