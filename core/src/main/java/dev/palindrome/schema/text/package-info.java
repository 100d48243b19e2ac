/**
 * A schema as text: one line for each object, and differences between two. Inside of {@code dev.palindrome.schema}
 * and nobody else's business. Open {@link dev.palindrome.schema.text.SnapshotText} first.
 */
@NullMarked
package dev.palindrome.schema.text;

import org.jspecify.annotations.NullMarked;
