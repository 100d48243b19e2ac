/**
 * Batches with variables and control flow, run step by step. Inside of {@code dev.palindrome.h2} and nobody else's business.
 * Open {@link dev.palindrome.h2.flow.FlowRunner} first.
 */
@NullMarked
package dev.palindrome.h2.flow;

import org.jspecify.annotations.NullMarked;
