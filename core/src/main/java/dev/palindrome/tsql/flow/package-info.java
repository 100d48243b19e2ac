/**
 * Batches with variables and control flow. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.flow.FlowCompiler} first; {@link dev.palindrome.tsql.FlowStep} is what it makes of a batch.
 */
@NullMarked
package dev.palindrome.tsql.flow;

import org.jspecify.annotations.NullMarked;
