package dev.palindrome.seed.refusal;

/** Rows or values cannot be made. The message is a reason for people, and holds no value. */
public final class NotFillableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public NotFillableException(String reason) {
        this(reason, "");
    }

    /** @param advice what somebody who fills tables can do, as a sentence with a blank before it */
    public NotFillableException(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }

    /** Always there, other than an exception's message. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
