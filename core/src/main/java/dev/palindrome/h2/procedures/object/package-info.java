/**
 * What there is in H2 as the procedures see it: tables, views, constraints, what is noted in their comments and what depends on
 * them; and the errors that SQL Server would raise. Inside of {@code dev.palindrome.h2} and nobody else's business. Open {@link
 * dev.palindrome.h2.procedures.object.H2Table} first.
 */
@NullMarked
package dev.palindrome.h2.procedures.object;

import org.jspecify.annotations.NullMarked;
