package dev.palindrome.seed.refusal;

import dev.palindrome.error.PalindromeException;

/**
 * Filling a table ended the transaction that it ran in, so that nothing more can be done on the connection before it is
 * rolled back.
 */
public final class FillException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    public FillException(String message, Throwable cause) {
        super(message, cause);
    }
}
