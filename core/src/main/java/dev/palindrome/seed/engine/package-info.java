/**
 * Where SQL Server and the embedded engine differ when rows are put in. Inside of {@code dev.palindrome.seed} and
 * nobody else's business. Open {@link dev.palindrome.seed.engine.FillEngine} first.
 */
@NullMarked
package dev.palindrome.seed.engine;

import org.jspecify.annotations.NullMarked;
