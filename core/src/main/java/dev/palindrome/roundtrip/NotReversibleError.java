package dev.palindrome.roundtrip;

import dev.palindrome.text.VisibleText;

/** A migration does not come back as it should. */
public final class NotReversibleError extends AssertionError {

    private static final long serialVersionUID = 1L;

    NotReversibleError(String message) {
        super(VisibleText.lines(message));
    }
}
