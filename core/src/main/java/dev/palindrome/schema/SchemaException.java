package dev.palindrome.schema;

import dev.palindrome.error.PalindromeException;

/** A schema that cannot be read, from a database or from a file. */
public final class SchemaException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
