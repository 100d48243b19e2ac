/** Plain runners that print a table each. Open {@link dev.palindrome.benchmarks.StartUp} first. */
@NullMarked
package dev.palindrome.benchmarks;

import org.jspecify.annotations.NullMarked;
