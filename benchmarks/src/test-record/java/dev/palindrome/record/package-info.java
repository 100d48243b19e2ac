/**
 * What a run on SQL Server finds out, written down test by test. Compiled into the tests of all modules by the profile
 * {@code sqlserver}, and nowhere else. Open {@link dev.palindrome.record.RunListener} first.
 */
@NullMarked
package dev.palindrome.record;

import org.jspecify.annotations.NullMarked;
