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

    ResetException(String message, Throwable cause) {
        super(message, cause);
    }
}
