/**
 * What goes on, said while it does, and where the time of a JVM went. The public face of its concern. Open {@link
 * dev.palindrome.progress.LongStep}, then {@link dev.palindrome.progress.TimeSpent}.
 */
@NullMarked
package dev.palindrome.progress;

import org.jspecify.annotations.NullMarked;
