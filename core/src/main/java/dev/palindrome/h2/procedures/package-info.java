/**
 * What rewritten scripts call inside H2, where only the database knows the answer. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.procedures.H2Procedures} first.
 */
@NullMarked
package dev.palindrome.h2.procedures;

import org.jspecify.annotations.NullMarked;
