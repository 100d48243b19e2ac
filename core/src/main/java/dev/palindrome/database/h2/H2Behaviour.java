package dev.palindrome.database.h2;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.definition.Collation;
import dev.palindrome.database.definition.DatabaseOption;
import dev.palindrome.text.VisibleLog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of {@link DatabaseOptions} as H2 can do: text compares with or without case. What it cannot do is an error where
 * SQL Server would refuse too, and otherwise logged, once in this JVM.
 */
record H2Behaviour(boolean ignoresCase) {

    private static final VisibleLog LOG = VisibleLog.of(H2Behaviour.class);

    /** These change how fast, how safely or how concurrently SQL Server works, not what a statement does. */
    private static final Set<String> WITHOUT_MEANING_HERE = Set.of(
            "ACCELERATED_DATABASE_RECOVERY",
            "ALLOW_SNAPSHOT_ISOLATION",
            "AUTO_CLOSE",
            "AUTO_CREATE_STATISTICS",
            "AUTO_SHRINK",
            "AUTO_UPDATE_STATISTICS",
            "AUTO_UPDATE_STATISTICS_ASYNC",
            "DATE_CORRELATION_OPTIMIZATION",
            "DB_CHAINING",
            "DELAYED_DURABILITY",
            "ENCRYPTION",
            "HONOR_BROKER_PRIORITY",
            "MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT",
            "MIXED_PAGE_ALLOCATION",
            "OPTIMIZED_LOCKING",
            "PAGE_VERIFY",
            "PARAMETERIZATION",
            "QUERY_STORE",
            "READ_COMMITTED_SNAPSHOT",
            "RECOVERY",
            "TARGET_RECOVERY_TIME",
            "TORN_PAGE_DETECTION",
            "TRUSTWORTHY");

    /** These change what statements do, and H2 has nothing like them. */
    private static final Set<String> MISSED = Set.of(
            "ANSI_NULL_DEFAULT",
            "ANSI_NULLS",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "CHANGE_TRACKING",
            "COMPATIBILITY_LEVEL",
            "CONCAT_NULL_YIELDS_NULL",
            "CONTAINMENT",
            "CURSOR_CLOSE_ON_COMMIT",
            "CURSOR_DEFAULT",
            "DEFAULT_FULLTEXT_LANGUAGE",
            "DEFAULT_LANGUAGE",
            "NESTED_TRIGGERS",
            "NUMERIC_ROUNDABORT",
            "QUOTED_IDENTIFIER",
            "RECURSIVE_TRIGGERS",
            "TEMPORAL_HISTORY_RETENTION",
            "TRANSFORM_NOISE_WORDS",
            "TWO_DIGIT_YEAR_CUTOFF");

    private static final Set<Object> LOGGED = ConcurrentHashMap.newKeySet();

    static H2Behaviour of(DatabaseOptions options) {
        DatabaseOption.of(options).forEach(H2Behaviour::check);
        return options.collation()
                .map(Collation::new)
                .map(Collation::requireKnown)
                .map(H2Behaviour::of)
                .orElse(new H2Behaviour(true));
    }

    private static H2Behaviour of(Collation collation) {
        if (!collation.saysHowToCompare()) {
            throw new DatabaseException("The embedded engine cannot tell how text compares under the collation %s:"
                            .formatted(collation.name())
                    + " its name has none of CI, CS, BIN and BIN2. Correct the name, or run on SQL Server.");
        }
        if (!collation.isAccentSensitive() && LOGGED.add(collation)) {
            LOG.warn(
                    "The embedded engine compares accents although {} does not: 'é' and 'e' are different here."
                            + " Tests that depend on it need SQL Server.",
                    collation.name());
        }
        return new H2Behaviour(!collation.isCaseSensitive());
    }

    private static void check(DatabaseOption option) {
        if (MISSED.contains(option.name())) {
            if (LOGGED.add(option)) {
                LOG.warn(
                        "The embedded engine has no {}, so it is not set. Tests that depend on it need SQL Server.",
                        option.sql());
            }
        } else if (!WITHOUT_MEANING_HERE.contains(option.name())) {
            throw new DatabaseException(
                    "SQL Server has no database option %s that a test could set.".formatted(option.name())
                            + " Microsoft's page \"ALTER DATABASE SET options\" lists them.");
        } else if (LOGGED.add(option)) {
            LOG.info(
                    "The embedded engine has no {}, so it is not set. No statement means anything else without it.",
                    option.sql());
        }
    }
}
