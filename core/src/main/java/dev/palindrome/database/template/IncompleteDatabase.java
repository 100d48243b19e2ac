package dev.palindrome.database.template;

import dev.palindrome.database.Database;

/** What could not be made whole does not stay, whatever went wrong: it may not even carry its mark. */
public final class IncompleteDatabase {

    private IncompleteDatabase() {}

    public static void close(Throwable failure, Database database) {
        try {
            database.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
