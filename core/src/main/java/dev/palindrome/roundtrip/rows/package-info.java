/**
 * The rows of tables as hashes, and which tables a script touches. Inside of {@code dev.palindrome.roundtrip} and
 * nobody else's business. Open {@link dev.palindrome.roundtrip.rows.RowHashes} first.
 */
@NullMarked
package dev.palindrome.roundtrip.rows;

import org.jspecify.annotations.NullMarked;
