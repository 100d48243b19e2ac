package dev.palindrome.error;

import dev.palindrome.text.HiddenValues;
import dev.palindrome.text.VisibleError;
import dev.palindrome.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The unchecked root of everything that Palindrome throws, except assertion errors.
 *
 * <p>Every message says what failed, where, and what to do next. No message contains a password.
 */
public class PalindromeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an error that has no other error behind it.
     *
     * @param message what failed, where, and the next step
     */
    public PalindromeException(String message) {
        super(VisibleText.lines(HiddenValues.in(message)));
    }

    /**
     * Makes an error that follows from another one.
     *
     * @param message what failed, where, and the next step
     * @param cause what led to it; null where that is not known. Where its messages would steer a terminal or a CI's runner,
     *     {@link #getCause} is a copy that does not: of a {@link java.sql.SQLException} one with its state and code
     */
    public PalindromeException(String message, @Nullable Throwable cause) {
        super(VisibleText.lines(HiddenValues.in(message, cause)), VisibleError.cause(cause));
    }

    /**
     * What failed, where, and the next step.
     *
     * @return the message; there always is one
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
