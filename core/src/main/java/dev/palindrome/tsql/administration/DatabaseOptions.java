package dev.palindrome.tsql.administration;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which options of a database are recorded, and which say nothing of what a schema is compared by. */
final class DatabaseOptions {

    private static final Set<String> ON_OR_OFF = Set.of(
            "READ_COMMITTED_SNAPSHOT",
            "ALLOW_SNAPSHOT_ISOLATION",
            "AUTO_CLOSE",
            "AUTO_SHRINK",
            "AUTO_CREATE_STATISTICS",
            "AUTO_UPDATE_STATISTICS",
            "AUTO_UPDATE_STATISTICS_ASYNC",
            "ANSI_NULL_DEFAULT",
            "ANSI_NULLS",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "CONCAT_NULL_YIELDS_NULL",
            "NUMERIC_ROUNDABORT",
            "QUOTED_IDENTIFIER",
            "RECURSIVE_TRIGGERS",
            "CURSOR_CLOSE_ON_COMMIT",
            "TRUSTWORTHY",
            "DB_CHAINING",
            "QUERY_STORE",
            "DATE_CORRELATION_OPTIMIZATION");

    /** Of the server's work, of which nothing is read on SQL Server, either. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "PAGE_VERIFY",
            "TORN_PAGE_DETECTION",
            "READ_WRITE",
            "MULTI_USER",
            "SINGLE_USER",
            "RESTRICTED_USER",
            "ONLINE",
            "ENABLE_BROKER",
            "DISABLE_BROKER",
            "NEW_BROKER",
            "ERROR_BROKER_CONVERSATIONS",
            "HONOR_BROKER_PRIORITY",
            "TARGET_RECOVERY_TIME",
            "DELAYED_DURABILITY",
            "FILESTREAM",
            "MIXED_PAGE_ALLOCATION",
            "MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT",
            "ACCELERATED_DATABASE_RECOVERY",
            "AUTOMATIC_TUNING",
            "TEMPORAL_HISTORY_RETENTION",
            "VARDECIMAL_STORAGE_FORMAT",
            "SUPPLEMENTAL_LOGGING",
            "DEFAULT_LANGUAGE",
            "DEFAULT_FULLTEXT_LANGUAGE",
            "NESTED_TRIGGERS",
            "TRANSFORM_NOISE_WORDS",
            "TWO_DIGIT_YEAR_CUTOFF");

    /** Refused only where it runs: it mostly stands before DROP DATABASE, behind the question whether there is one. */
    private static final String OFFLINE = "OFFLINE";

    private DatabaseOptions() {}

    /**
     * The value of an option, where it is recorded.
     *
     * @param name in upper case
     * @param behind the tokens behind it
     */
    static Optional<String> recorded(String name, List<Token> behind) {
        if (NOT_COMPARED.contains(name)) {
            return Optional.empty();
        }
        String value = behind.stream()
                .filter(token -> !token.isSymbol("="))
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        if (name.equals(OFFLINE)) {
            return Optional.of("ON");
        }
        if (name.equals("QUERY_STORE")) {
            if (value.equals("CLEAR") || value.equals("CLEAR ALL") || value.startsWith("(")) {
                return Optional.empty();
            }
            value = value.contains(" (") ? value.substring(0, value.indexOf(" (")) : value;
        }
        boolean known = ON_OR_OFF.contains(name) && Set.of("ON", "OFF").contains(value)
                || name.equals("RECOVERY")
                        && Set.of("FULL", "BULK_LOGGED", "SIMPLE").contains(value)
                || name.equals("CURSOR_DEFAULT") && Set.of("LOCAL", "GLOBAL").contains(value)
                || name.equals("PARAMETERIZATION") && Set.of("SIMPLE", "FORCED").contains(value)
                || name.equals("CONTAINMENT") && Set.of("NONE", "PARTIAL").contains(value)
                || name.equals("COMPATIBILITY_LEVEL")
                        && Set.of("100", "110", "120", "130", "140", "150", "160", "170")
                                .contains(value);
        if (!known) {
            throw new UntranslatableException("the option " + name + " of a database");
        }
        return Optional.of(value);
    }
}
