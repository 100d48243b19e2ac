/**
 * What a database looks like: reading it, comparing it, ordering its tables. The public face of its concern. Open
 * {@link dev.palindrome.schema.SchemaSnapshot} first, then {@link dev.palindrome.schema.SchemaReader}.
 */
@NullMarked
package dev.palindrome.schema;

import org.jspecify.annotations.NullMarked;
