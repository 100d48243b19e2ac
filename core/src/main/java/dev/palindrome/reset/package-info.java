/**
 * A snapshot of a database, and back to it with as little work as that takes. The public face of its concern. Open
 * {@link dev.palindrome.reset.Snapshot} first, then {@code H2Baseline} or {@code SqlServerBaseline}.
 */
@NullMarked
package dev.palindrome.reset;

import org.jspecify.annotations.NullMarked;
