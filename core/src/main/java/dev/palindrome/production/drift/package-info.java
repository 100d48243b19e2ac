/**
 * How production differs from the migrations, and the words for it. Inside of {@code dev.palindrome.production} and nobody
 * else's business. Open {@link dev.palindrome.production.drift.ComparedSchemas} first.
 */
@NullMarked
package dev.palindrome.production.drift;

import org.jspecify.annotations.NullMarked;
