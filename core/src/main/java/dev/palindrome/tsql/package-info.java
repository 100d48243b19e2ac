/**
 * T-SQL scripts: split into batches and statements that know their lines, and rewritten for H2. Open
 * {@link dev.palindrome.tsql.TranslatedScript} first.
 */
@NullMarked
package dev.palindrome.tsql;

import org.jspecify.annotations.NullMarked;
