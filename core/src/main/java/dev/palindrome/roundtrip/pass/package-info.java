/**
 * The passes over all migrations: up, down, up again; and a look at single ones. Each returns what it has found. Inside of {@code
 * dev.palindrome.roundtrip} and nobody else's business. Open {@link dev.palindrome.roundtrip.pass.FirstUpPass} first,
 * then {@link dev.palindrome.roundtrip.pass.DownPass}.
 */
@NullMarked
package dev.palindrome.roundtrip.pass;

import org.jspecify.annotations.NullMarked;
