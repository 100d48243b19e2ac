/**
 * What H2 knows about a database apart from rows: its objects, in memory and as rows of its catalogue. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.catalogue.Catalogue} first.
 */
@NullMarked
package dev.palindrome.h2.catalogue;

import org.jspecify.annotations.NullMarked;
