/**
 * What comes from a live system: its schema written as a script, and how it has drifted away from the migrations. The
 * public face of its concern. Open {@link dev.palindrome.production.SchemaScript} first, then
 * {@link dev.palindrome.production.SchemaDrift}.
 */
@NullMarked
package dev.palindrome.production;

import org.jspecify.annotations.NullMarked;
