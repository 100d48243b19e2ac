/**
 * Whether scripts can be run at all: their names, versions, texts and declarations. Inside of {@code dev.palindrome.check} and
 * nobody else's business. Open {@link dev.palindrome.check.form.MigrationSet} first.
 */
@NullMarked
package dev.palindrome.check.form;

import org.jspecify.annotations.NullMarked;
