/**
 * A migration and its undo as they are written: what they touch, and what they declare. Inside of {@code
 * dev.palindrome.roundtrip} and nobody else's business. Open {@link dev.palindrome.roundtrip.script.MigrationUnderTest}
 * first.
 */
@NullMarked
package dev.palindrome.roundtrip.script;

import org.jspecify.annotations.NullMarked;
