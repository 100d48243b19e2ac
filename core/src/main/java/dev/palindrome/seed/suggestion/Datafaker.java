package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.SeedException;

/** The library that names, addresses and other texts come from. Who generates none may leave it out. */
public final class Datafaker {

    /** What to do. */
    public static final String MISSING =
            "Generated texts come from Datafaker, which is not on the class path. Add net.datafaker:datafaker to the test"
                    + " class path, or give the rows by scripts, files or insert, and the columns of a fill by byRow.";

    private static final boolean IS_PRESENT = isOnClassPath();

    private Datafaker() {}

    /** Whether it is there. */
    public static boolean isPresent() {
        return IS_PRESENT;
    }

    /** Fails where it is not. */
    static void require() {
        if (!IS_PRESENT) {
            throw new SeedException(MISSING);
        }
    }

    /** Whether an error says that it is not there: code that names a faker, and was compiled where there was one. */
    public static boolean isMissedBy(LinkageError error) {
        return !IS_PRESENT && String.valueOf(error.getMessage()).contains("net/datafaker/");
    }

    private static boolean isOnClassPath() {
        try {
            Class.forName("net.datafaker.Faker", false, Datafaker.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
