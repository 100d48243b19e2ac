package dev.palindrome.database.definition;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that say whose database it is and what for, and that no other JVM comes up with. */
public final class DatabaseName {

    public static final String PREFIX = "palindrome_";

    /**
     * Where no name is given for the log file, SQL Server makes one by adding a suffix, and takes no more than these
     * (Microsoft docs: "CREATE DATABASE", database_name); H2 takes more.
     */
    private static final int LONGEST = 123;

    private static final int RANDOM_LENGTH = 16;

    private static final String RANDOM_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private DatabaseName() {}

    public static String forPurpose(String purpose) {
        return named(purpose, random());
    }

    /** With the same end as another database's name. */
    public static String forPurpose(String purpose, String otherName) {
        return named(purpose, otherName.substring(otherName.length() - RANDOM_LENGTH));
    }

    static String named(String purpose, String random) {
        String words = words(purpose);
        int room = LONGEST - PREFIX.length() - random.length() - 1;
        String shortened = words.substring(0, Math.min(words.length(), room));
        return PREFIX + (shortened.isEmpty() ? "" : shortened + "_") + random;
    }

    /** In lower case, since servers are not of one mind about case: {@code TodoTest} becomes {@code todo_test}. */
    private static String words(String purpose) {
        return purpose.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String random() {
        return RANDOM.ints(RANDOM_LENGTH, 0, RANDOM_CHARACTERS.length())
                .mapToObj(index -> RANDOM_CHARACTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
