/**
 * The front door. The public face of the library, which nothing inside knows. Open {@link dev.palindrome.TestDatabase}
 * first; inside, read {@code engine}, {@code database} and {@code migration} in this order.
 */
@NullMarked
package dev.palindrome;

import org.jspecify.annotations.NullMarked;
