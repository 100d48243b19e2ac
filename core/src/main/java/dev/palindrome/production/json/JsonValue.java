package dev.palindrome.production.json;

/**
 * A value in a document.
 *
 * @param kind what it is
 * @param text of a string, without quotes and escapes; of a number its digits as they stand there; empty for others
 */
public record JsonValue(Kind kind, String text) {

    /** Kinds of values. */
    public enum Kind {
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        OBJECT,
        ARRAY
    }

    /** Whether there may be others in it. */
    public boolean isContainer() {
        return kind == Kind.OBJECT || kind == Kind.ARRAY;
    }

    /** Of a row's text, tells nothing. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
