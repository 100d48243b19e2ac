/**
 * Templates that databases are cloned from, whatever the engine. Inside of {@code dev.palindrome.database} and nobody
 * else's business. Open {@link dev.palindrome.database.template.TemplateStore} first.
 */
@NullMarked
package dev.palindrome.database.template;

import org.jspecify.annotations.NullMarked;
