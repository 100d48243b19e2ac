/**
 * Choosing the engine: what was asked for, what this machine has. Inside of {@code dev.palindrome.engine} and nobody
 * else's business. Open {@link dev.palindrome.engine.selection.EngineSelection} first.
 */
@NullMarked
package dev.palindrome.engine.selection;

import org.jspecify.annotations.NullMarked;
