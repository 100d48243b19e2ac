/**
 * What a row must not break: checks and keys. Inside of {@code dev.palindrome.seed} and nobody else's business. Open
 * {@link dev.palindrome.seed.rule.TableRules} first.
 */
@NullMarked
package dev.palindrome.seed.rule;

import org.jspecify.annotations.NullMarked;
