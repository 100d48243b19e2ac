/** What opens a package of core to the benchmarks. Open {@link dev.palindrome.seed.LoadRuns} first. */
@NullMarked
package dev.palindrome.seed;

import org.jspecify.annotations.NullMarked;
