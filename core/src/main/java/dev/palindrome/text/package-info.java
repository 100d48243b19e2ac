/**
 * One of each tool for texts that people read: shortened, on one line, in columns. The public face of its concern. Open
 * {@link dev.palindrome.text.OneLine} first.
 */
@NullMarked
package dev.palindrome.text;

import org.jspecify.annotations.NullMarked;
