/**
 * Writing T-SQL that makes one schema of another. Inside of {@code dev.palindrome.schema} and nobody else's business.
 * Open {@link dev.palindrome.schema.change.SchemaChangePlan} first.
 */
@NullMarked
package dev.palindrome.schema.change;

import org.jspecify.annotations.NullMarked;
