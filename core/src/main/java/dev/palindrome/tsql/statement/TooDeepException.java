package dev.palindrome.tsql.statement;

/** More statements hang on each other than are read: each costs stack. */
public final class TooDeepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    TooDeepException(int line) {
        this.line = line;
    }

    /** The line of the script on which the first stands that is too much. */
    public int line() {
        return line;
    }
}
