/**
 * Members of JSON documents: paths that name them, and texts in which they are replaced. Inside of {@code
 * dev.palindrome.production} and nobody else's business. Open {@link dev.palindrome.production.json.JsonRewriting} first.
 */
@NullMarked
package dev.palindrome.production.json;

import org.jspecify.annotations.NullMarked;
