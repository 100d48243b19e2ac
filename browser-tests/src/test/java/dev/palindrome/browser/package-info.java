/** The pages of reports, as Chromium shows them. */
@NullMarked
package dev.palindrome.browser;

import org.jspecify.annotations.NullMarked;
