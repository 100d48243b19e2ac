/**
 * One of each tool for SQL: names in brackets and quotes, literals, fingerprints. Open {@link
 * dev.palindrome.sql.BracketedName} first.
 */
@NullMarked
package dev.palindrome.sql;

import org.jspecify.annotations.NullMarked;
