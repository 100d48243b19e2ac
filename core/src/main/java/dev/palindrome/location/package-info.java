/**
 * Where files lie: in the file system, or on the class path, in folders and in jars. The public face of its concern.
 * Open {@link dev.palindrome.location.Location} first.
 */
@NullMarked
package dev.palindrome.location;

import org.jspecify.annotations.NullMarked;
