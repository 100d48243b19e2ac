/**
 * The room for H2's inside: everything that touches more of H2 than its JDBC driver. Open {@link
 * dev.palindrome.h2.H2Session} first, then {@link dev.palindrome.h2.H2State}.
 */
@NullMarked
package dev.palindrome.h2;

import org.jspecify.annotations.NullMarked;
