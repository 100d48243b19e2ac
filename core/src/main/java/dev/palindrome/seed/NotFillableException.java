package dev.palindrome.seed;

/** Rows or values cannot be made. The message is a reason for people, and holds no value. */
final class NotFillableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotFillableException(String reason) {
        super(reason);
    }

    /** Always there, other than an exception's message. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
