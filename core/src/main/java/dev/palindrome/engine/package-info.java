/**
 * Where a database server comes from: a container, a server that already runs, or the embedded H2. Open
 * {@link dev.palindrome.engine.Engines} first; then go to {@code dev.palindrome.database}.
 *
 * <p>Users need {@link dev.palindrome.engine.EngineKind} and {@link dev.palindrome.engine.EngineUnavailableException}. The
 * other types are internal: public for Palindrome's own packages only, they may change in any version.
 */
@NullMarked
package dev.palindrome.engine;

import org.jspecify.annotations.NullMarked;
