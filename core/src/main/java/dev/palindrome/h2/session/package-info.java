/**
 * The way from a connection to H2's session and engine. Inside of {@code dev.palindrome.h2} and nobody else's business. Open
 * {@link dev.palindrome.h2.session.H2Session} first.
 */
@NullMarked
package dev.palindrome.h2.session;

import org.jspecify.annotations.NullMarked;
