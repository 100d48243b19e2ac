package dev.palindrome.h2;

import dev.palindrome.error.PalindromeException;

/** An H2 database cannot be brought back to what it was. */
public class H2Exception extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an error that has no other error behind it.
     *
     * @param message what failed, and the next step
     */
    public H2Exception(String message) {
        super(message);
    }

    /**
     * A database in memory is gone.
     *
     * @param database its name
     * @return the error
     */
    public static H2Exception shutDown(String database) {
        return new H2Exception("%s cannot be reset: it was shut down, and its rows are gone.".formatted(database));
    }
}
