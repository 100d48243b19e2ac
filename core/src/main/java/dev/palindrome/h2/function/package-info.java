/**
 * Functions of SQL Server's that H2's mode for it lacks, for SQL of applications, which nobody rewrites. Inside of {@code
 * dev.palindrome.h2} and nobody else's business. Open {@link dev.palindrome.h2.function.TsqlFunctions} first.
 */
@NullMarked
package dev.palindrome.h2.function;

import org.jspecify.annotations.NullMarked;
