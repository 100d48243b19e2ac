package dev.palindrome.seed;

import dev.palindrome.error.PalindromeException;
import org.jspecify.annotations.Nullable;

/** Rows could not be put in. The message says which, and why; it never holds a value. */
public class SeedException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an error that has no other error behind it.
     *
     * @param message what failed, where, and the next step
     */
    public SeedException(String message) {
        super(message);
    }

    /**
     * Makes an error that follows from another one.
     *
     * @param message what failed, where, and the next step
     * @param cause what led to it; null where that is not known
     */
    public SeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
