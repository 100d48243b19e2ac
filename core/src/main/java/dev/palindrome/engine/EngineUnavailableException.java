package dev.palindrome.engine;

import dev.palindrome.error.PalindromeException;

/** No database server could be had. The message lists what was tried and the ways out. */
public final class EngineUnavailableException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was tried, and the ways out
     */
    public EngineUnavailableException(String message) {
        super(message);
    }

    /**
     * Makes one that follows from another error.
     *
     * @param message what was tried, and the ways out
     * @param cause what led to it
     */
    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
