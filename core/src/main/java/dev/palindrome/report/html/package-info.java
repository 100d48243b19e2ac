/**
 * Results as pages that open without a network: everything that they need is in the one file. Inside of {@code
 * dev.palindrome.report} and nobody else's business. Open {@link dev.palindrome.report.html.RoundTripPage} first; what every
 * page has in common is {@link dev.palindrome.report.html.HtmlPage}.
 */
@NullMarked
package dev.palindrome.report.html;

import org.jspecify.annotations.NullMarked;
