package dev.palindrome.junit5.scope;

import java.nio.file.Path;

/** Goes with a test's failure, among its suppressed exceptions, so that who reads the one finds the other. */
public final class KeptDatabaseNote extends Exception {

    private static final long serialVersionUID = 1L;

    KeptDatabaseNote(DatabaseBlueprint blueprint, Path note) {
        super("The database of %s is kept: %s says how to open it.".formatted(blueprint, note), null, false, false);
    }
}
