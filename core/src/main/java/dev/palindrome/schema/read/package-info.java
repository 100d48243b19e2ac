/**
 * Reading a schema: from SQL Server's catalogue views, and from H2. Inside of {@code dev.palindrome.schema} and
 * nobody else's business. Open {@link dev.palindrome.schema.read.SqlServerSchemaReader} first, then {@link
 * dev.palindrome.schema.read.H2SchemaReader}.
 */
@NullMarked
package dev.palindrome.schema.read;

import org.jspecify.annotations.NullMarked;
