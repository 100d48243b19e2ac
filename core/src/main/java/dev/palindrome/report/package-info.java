/**
 * Results as files, for a CI job's summary page and for programs. The public face of its concern. Open {@link
 * dev.palindrome.report.RoundTripFiles} first; where the results come from is {@code dev.palindrome.roundtrip}.
 */
@NullMarked
package dev.palindrome.report;

import org.jspecify.annotations.NullMarked;
