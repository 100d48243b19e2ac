/**
 * The room for H2's inside: everything that touches more of H2 than its JDBC driver. The public face of its concern;
 * what is behind it lies in sub-packages. Open {@link dev.palindrome.h2.H2Snapshot} first, then {@link
 * dev.palindrome.h2.H2Dump}. {@code H2Inside} decides whether H2 has the inside that is known here, or its SQL alone is used.
 */
@NullMarked
package dev.palindrome.h2;

import org.jspecify.annotations.NullMarked;
