/**
 * One of each tool for texts that people read: shortened, on one line, in columns. Open {@link
 * dev.palindrome.text.OneLine} first.
 */
@NullMarked
package dev.palindrome.text;

import org.jspecify.annotations.NullMarked;
