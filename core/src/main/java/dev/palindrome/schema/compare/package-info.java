/**
 * Comparing two schemas: which objects belong together, and when two values say the same. Inside of {@code
 * dev.palindrome.schema} and nobody else's business. Open {@link dev.palindrome.schema.compare.SchemaComparison}
 * first.
 */
@NullMarked
package dev.palindrome.schema.compare;

import org.jspecify.annotations.NullMarked;
