package dev.palindrome.seed;

/** Ends the reading of a condition that is beyond {@link ConditionParser}. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood() {
        super(null, null, false, false);
    }
}
