package dev.palindrome.roundtrip;

import dev.palindrome.schema.SchemaDiff;

/** The database is not what the next migration was written for, and cannot be made so: another one is needed. */
final class CannotGoOn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotGoOn(Throwable cause) {
        super(cause);
    }

    CannotGoOn(SchemaDiff left) {
        super("left over: " + left);
    }
}
