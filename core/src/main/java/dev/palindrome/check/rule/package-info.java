/**
 * What is looked for in scripts, a class for each kind. Inside of {@code dev.palindrome.check} and nobody else's business.
 * Open {@link dev.palindrome.check.rule.FindingCode} first.
 */
@NullMarked
package dev.palindrome.check.rule;

import org.jspecify.annotations.NullMarked;
