/**
 * The rows of whole databases below SQL, for clones. Inside of {@code dev.palindrome.h2} and nobody else's business. Open
 * {@link dev.palindrome.h2.rows.DatabaseCapture} first, then {@link dev.palindrome.h2.rows.DatabaseRows}.
 */
@NullMarked
package dev.palindrome.h2.rows;

import org.jspecify.annotations.NullMarked;
