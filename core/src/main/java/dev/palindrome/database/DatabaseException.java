package dev.palindrome.database;

import dev.palindrome.error.PalindromeException;

/** A database could not be made, kept or dropped. */
public final class DatabaseException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, where, and the next step
     */
    public DatabaseException(String message) {
        super(message);
    }

    /**
     * Makes one with a cause.
     *
     * @param message what failed, where, and the next step
     * @param cause what came before it
     */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
