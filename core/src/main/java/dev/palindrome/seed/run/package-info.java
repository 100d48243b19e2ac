/**
 * Doing the steps of a plan, each in a transaction of its own. Inside of {@code dev.palindrome.seed} and nobody
 * else's business. Open {@link dev.palindrome.seed.run.SeedRun} first.
 */
@NullMarked
package dev.palindrome.seed.run;

import org.jspecify.annotations.NullMarked;
