package dev.palindrome.production;

import dev.palindrome.error.PalindromeException;
import org.jspecify.annotations.Nullable;

/** Personal data cannot be masked, or was not all masked. Its message and its cause hold no row's value. */
public final class MaskException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what is wrong, with the rule's line or the column, and what to do
     */
    public MaskException(String message) {
        super(message);
    }

    /**
     * Makes an error that follows from another one.
     *
     * @param message what is wrong, with the rule's line or the column, and what to do
     * @param cause one that holds no row's value; null where that is not sure
     */
    public MaskException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
