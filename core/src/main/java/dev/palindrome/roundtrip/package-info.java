/**
 * Proving that each migration goes down as well as up. The public face of its concern. Open {@link
 * dev.palindrome.roundtrip.RoundTripVerification} first, and {@link dev.palindrome.roundtrip.Verdict} for what can come
 * of it.
 */
@NullMarked
package dev.palindrome.roundtrip;

import org.jspecify.annotations.NullMarked;
