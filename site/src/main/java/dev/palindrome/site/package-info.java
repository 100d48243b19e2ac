/**
 * The site: README and docs as pages with navigation and search, and the Javadoc beside them. Open {@link
 * dev.palindrome.site.Site} first.
 */
@NullMarked
package dev.palindrome.site;

import org.jspecify.annotations.NullMarked;
