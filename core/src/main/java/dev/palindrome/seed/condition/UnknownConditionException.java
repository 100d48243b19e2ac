package dev.palindrome.seed.condition;

/** Ends the reading of a condition that is beyond {@link ConditionParser}. */
final class UnknownConditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownConditionException() {
        super(null, null, false, false);
    }
}
