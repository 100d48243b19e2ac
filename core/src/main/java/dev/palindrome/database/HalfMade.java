package dev.palindrome.database;

/** What could not be made whole does not stay, whatever went wrong: it may not even carry its mark. */
final class HalfMade {

    private HalfMade() {}

    static void close(Throwable failure, Database database) {
        try {
            database.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
