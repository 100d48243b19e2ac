/**
 * What of a schema a script can make anew, and what it says about the rest. Inside of {@code dev.palindrome.production} and
 * nobody else's business. Open {@link dev.palindrome.production.script.WritableSchema} first.
 */
@NullMarked
package dev.palindrome.production.script;

import org.jspecify.annotations.NullMarked;
