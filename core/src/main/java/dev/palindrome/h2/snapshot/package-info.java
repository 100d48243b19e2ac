/**
 * Snapshots that know what was written, because they know H2's inside. Inside of {@code dev.palindrome.h2} and nobody else's
 * business. Open {@link dev.palindrome.h2.snapshot.InsideSnapshot} first, then {@link
 * dev.palindrome.h2.snapshot.RememberedDatabase}.
 */
@NullMarked
package dev.palindrome.h2.snapshot;

import org.jspecify.annotations.NullMarked;
