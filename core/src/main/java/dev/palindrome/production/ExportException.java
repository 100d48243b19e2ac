package dev.palindrome.production;

import dev.palindrome.error.PalindromeException;

/** Tables could not be exported. The message says why, and what to do; it never holds a value of a row. */
public final class ExportException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, where, and the next step
     */
    public ExportException(String message) {
        super(message);
    }

    /**
     * Makes one with a cause.
     *
     * @param message what failed, where, and the next step
     * @param cause what came before it
     */
    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
