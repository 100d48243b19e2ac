package dev.palindrome.database;

import dev.palindrome.error.PalindromeException;

/** A database could not be made, kept or dropped. */
public final class DatabaseException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
