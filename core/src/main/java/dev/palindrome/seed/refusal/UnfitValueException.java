package dev.palindrome.seed.refusal;

/** A value that a column's type does not hold. The message says what would fit, and not the value. */
public final class UnfitValueException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param wanted such as {@code true, false, 1 or 0} */
    public UnfitValueException(String wanted) {
        super(wanted, null, false, false);
    }

    /** What would fit. */
    public String wanted() {
        return String.valueOf(getMessage());
    }
}
