/** One function that looks a setting up. Open {@link dev.palindrome.settings.Settings}. */
@NullMarked
package dev.palindrome.settings;

import org.jspecify.annotations.NullMarked;
