package dev.palindrome.reset;

import dev.palindrome.error.PalindromeException;

/** A snapshot could not be taken, or a database could not be brought back to it. */
public class ResetException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, where, and the next step
     */
    public ResetException(String message) {
        super(message);
    }

    /**
     * Makes an error that follows from another one.
     *
     * @param message what failed, and the next step
     * @param cause what led to it
     */
    public ResetException(String message, Throwable cause) {
        super(message, cause);
    }
}
