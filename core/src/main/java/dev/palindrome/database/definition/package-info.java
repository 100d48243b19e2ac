/**
 * What defines a database that is to be made: name, mark, options, collation. Inside of {@code
 * dev.palindrome.database} and nobody else's business. Open {@link dev.palindrome.database.definition.DatabaseName}
 * first.
 */
@NullMarked
package dev.palindrome.database.definition;

import org.jspecify.annotations.NullMarked;
