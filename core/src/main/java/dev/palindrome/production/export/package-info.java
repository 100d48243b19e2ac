/**
 * Chosen tables written out as files, with what their foreign keys need. Inside of {@code dev.palindrome.production} and nobody
 * else's business. Open {@link dev.palindrome.production.export.ExportRun} first.
 */
@NullMarked
package dev.palindrome.production.export;

import org.jspecify.annotations.NullMarked;
