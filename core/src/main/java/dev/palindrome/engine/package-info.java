/**
 * Where a database server comes from: a container, a server that already runs, or the embedded H2. The public face of
 * its concern. Open {@link dev.palindrome.engine.Engines} first; then go to {@code dev.palindrome.database}.
 *
 * <p>Users meet {@link dev.palindrome.engine.EngineKind}, {@link dev.palindrome.engine.EngineUnavailableException} and
 * {@link dev.palindrome.engine.Approximation}; the other types are for Palindrome's other concerns.
 */
@NullMarked
package dev.palindrome.engine;

import org.jspecify.annotations.NullMarked;
