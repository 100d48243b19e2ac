/**
 * What comes from a live system: its schema written as a script, how it has drifted away from the migrations, and such
 * scripts as the start of a test's database. The public face of its concern. Open
 * {@link dev.palindrome.production.SchemaScript} first, then {@link dev.palindrome.production.LegacyScript} and
 * {@link dev.palindrome.production.SchemaDrift}.
 */
@NullMarked
package dev.palindrome.production;

import org.jspecify.annotations.NullMarked;
