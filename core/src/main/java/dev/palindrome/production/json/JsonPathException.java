package dev.palindrome.production.json;

/** A text is no path. */
public final class JsonPathException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    /**
     * Makes an error.
     *
     * @param at where in the text, from 0
     * @param message what is wrong, and what to write instead
     */
    JsonPathException(int at, String message) {
        super(message);
        this.at = at;
    }

    /** Where in the text, from 0. */
    public int at() {
        return at;
    }
}
