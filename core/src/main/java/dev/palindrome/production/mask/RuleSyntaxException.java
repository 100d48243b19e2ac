package dev.palindrome.production.mask;

/** A line is no rule. */
final class RuleSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and what to write instead */
    RuleSyntaxException(String message) {
        super(message);
    }
}
