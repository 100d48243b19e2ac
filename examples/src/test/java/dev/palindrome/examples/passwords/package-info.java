/** A migration in Java, where Flyway looks for it if a location names this package. */
@NullMarked
package dev.palindrome.examples.passwords;

import org.jspecify.annotations.NullMarked;
