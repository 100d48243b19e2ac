package dev.palindrome.schema.compare;

/** An expression has something in it that {@link ExpressionParser} does not know. */
final class UnreadableExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableExpressionException(String what) {
        super(what, null, false, false);
    }
}
