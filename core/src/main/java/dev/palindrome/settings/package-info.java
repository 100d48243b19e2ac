/**
 * All settings, and one function that looks them up. The public face of its concern. Open {@link
 * dev.palindrome.settings.Setting}, then {@link dev.palindrome.settings.Settings}.
 */
@NullMarked
package dev.palindrome.settings;

import org.jspecify.annotations.NullMarked;
