package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Errors whose messages hold names and no values, so that they can be shown. SQL Server's were held against the texts on
 * Microsoft's pages that are named; H2's against its {@code _messages_en.prop}.
 */
public final class SafeErrorMessages {

    /**
     * Numbers of columns and values; variables; keywords; names of columns and objects; permissions; computed columns; columns
     * without a value; identities (Microsoft: database-engine-events-and-errors-0-to-999).
     */
    private static final Set<Integer> TO_999 =
            Set.of(109, 110, 120, 121, 137, 156, 207, 208, 213, 229, 264, 271, 515, 544, 545);

    /** Objects (Microsoft: database-engine-events-and-errors-1000-to-1999). */
    private static final Set<Integer> TO_1999 = Set.of(1088);

    /** Procedures (Microsoft: database-engine-events-and-errors-2000-to-2999). */
    private static final Set<Integer> TO_2999 = Set.of(2812);

    /** Objects (Microsoft: database-engine-events-and-errors-4000-to-4999). */
    private static final Set<Integer> TO_4999 = Set.of(4701);

    /** Identities, the stack (Microsoft: database-engine-events-and-errors-8000-to-8999). */
    private static final Set<Integer> TO_8999 = Set.of(8101, 8106, 8107, 8631);

    /** Numbers of columns; columns without a value; names of tables and columns. */
    private static final Set<Integer> OF_H2 = Set.of(21002, 23502, 42101, 42102, 42103, 42104, 42121, 42122);

    /**
     * Permissions, databases and logins, and what has nothing to do with a statement's values: deadlocks, locks that were
     * waited for, a server that is stopping, has no memory or no room (Microsoft: database-engine-events-and-errors).
     */
    private static final Set<Integer> OF_THE_SERVER = Set.of(
            230, 262, 297, 300, 701, 708, 802, 911, 916, 924, 942, 945, 976, 1105, 1204, 1205, 1222, 3906, 4060, 4064,
            6005, 8645, 9002, 10928, 10929, 18401, 18456, 40197, 40501, 40613);

    /** H2 has no memory left. */
    private static final int OUT_OF_MEMORY = 90108;

    private static final Set<Integer> OBJECTS = Set.of(208, 229, 1088, 2812, 4701);

    private static final Set<Integer> ALL = Stream.of(TO_999, TO_1999, TO_2999, TO_4999, TO_8999, OF_H2, OF_THE_SERVER)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NAME = Pattern.compile("[\"']([^\"']+)[\"']");

    private SafeErrorMessages() {}

    /**
     * Whether a message can be shown.
     *
     * @param error its number
     * @param message without the statement
     * @param script that the statement is from: what stands in double quotes there is taken for a name, but may be meant as a
     *     value
     * @return false where it may hold a value
     */
    public static boolean contain(int error, String message, String script) {
        return ALL.contains(error) && !namesWhatIsQuoted(message, script.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether what went wrong is no matter of a statement's values: the connection, the login, a permission, a deadlock, an
     * object that is not there. What is taken for a column may have been meant as a value.
     *
     * @param failure of a database or its driver
     * @return whether its message can be shown
     */
    public static boolean isWithoutValues(SQLException failure) {
        return ErrorText.isConnectionLost(failure)
                || String.valueOf(failure.getSQLState()).startsWith("28")
                || OF_THE_SERVER.contains(failure.getErrorCode())
                || failure.getErrorCode() == OUT_OF_MEMORY
                || OBJECTS.contains(failure.getErrorCode());
    }

    /**
     * What there is to be shown of a refusal, to stand behind a sentence.
     *
     * @param refusal of a database or its driver
     * @return a colon and its message; empty where that may hold values
     */
    public static String why(SQLException refusal) {
        return isWithoutValues(refusal) ? ": " + ErrorText.of(refusal) : "";
    }

    private static boolean namesWhatIsQuoted(String message, String script) {
        Matcher names = NAME.matcher(message.toLowerCase(Locale.ROOT));
        return names.results().anyMatch(name -> script.contains('"' + name.group(1)));
    }
}
