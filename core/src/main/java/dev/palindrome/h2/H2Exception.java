package dev.palindrome.h2;

import dev.palindrome.error.PalindromeException;

/** An H2 database cannot be brought back to what it was. */
public class H2Exception extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** What is left to do where H2 has failed us. */
    public static final String MAKE_ANOTHER =
            "Make another database, or run tests that change the schema like this with palindrome.engine=sqlserver.";

    /**
     * Makes an error that has no other error behind it.
     *
     * @param message what failed, and the next step
     */
    public H2Exception(String message) {
        super(message);
    }

    /**
     * Makes one of what H2 says.
     *
     * @param message what failed
     * @param cause why
     */
    public H2Exception(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A database in memory is gone.
     *
     * @param database its name
     * @return the error
     */
    public static H2Exception shutDown(String database) {
        return new H2Exception(
                ("%s cannot be reset: it was shut down, and its rows are gone. Leave SHUTDOWN out of tests, or make"
                                + " another database.")
                        .formatted(database));
    }
}
