package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.SchemaDiff;

/** The database is not what the next migration was written for, and cannot be made so: another one is needed. */
final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabaseException(Throwable cause) {
        super(cause);
    }

    UnusableDatabaseException(SchemaDiff left) {
        super("left over: " + left);
    }
}
