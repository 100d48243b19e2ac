/**
 * Values of columns: what each type holds, how values compare, random numbers that depend on nothing but seed, name
 * and row. Inside of {@code dev.palindrome.seed} and nobody else's business. Open {@link
 * dev.palindrome.seed.values.ValueDomains} first.
 */
@NullMarked
package dev.palindrome.seed.values;

import org.jspecify.annotations.NullMarked;
