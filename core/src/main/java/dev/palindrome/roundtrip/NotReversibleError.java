package dev.palindrome.roundtrip;

/** A migration does not come back as it should. */
public final class NotReversibleError extends AssertionError {

    private static final long serialVersionUID = 1L;

    NotReversibleError(String message) {
        super(message);
    }
}
