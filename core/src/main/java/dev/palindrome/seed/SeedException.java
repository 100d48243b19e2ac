package dev.palindrome.seed;

import dev.palindrome.error.PalindromeException;

/** Rows that could not be put in. The message names table, file and line as far as there are any, and no values. */
public class SeedException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    SeedException(String message) {
        super(message);
    }

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
