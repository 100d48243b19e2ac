/**
 * Calls of the procedures that the front has in H2, as rewritten scripts make them. Inside of {@code dev.palindrome.tsql} and
 * nobody else's business. Open {@link dev.palindrome.tsql.call.ProcedureCall} first.
 */
@NullMarked
package dev.palindrome.tsql.call;

import org.jspecify.annotations.NullMarked;
