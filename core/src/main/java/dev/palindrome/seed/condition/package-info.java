/**
 * Conditions of CHECKs and of filtered indexes: reading and judging them. Inside of {@code dev.palindrome.seed} and
 * nobody else's business. Open {@link dev.palindrome.seed.condition.ConditionParser} first.
 */
@NullMarked
package dev.palindrome.seed.condition;

import org.jspecify.annotations.NullMarked;
