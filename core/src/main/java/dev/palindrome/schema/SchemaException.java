package dev.palindrome.schema;

import dev.palindrome.error.PalindromeException;

/** A schema that cannot be read, from a database or from a file. */
public final class SchemaException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, where, and the next step
     */
    public SchemaException(String message) {
        super(message);
    }

    /**
     * Makes one with a cause.
     *
     * @param message what failed, where, and the next step
     * @param cause what came before it
     */
    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
