package dev.palindrome.database.definition;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One option of {@code ALTER DATABASE … SET}, checked to be made of words and nothing else, since it goes into SQL. */
public record DatabaseOption(String name, String value) {

    /** The options that are written with an equals sign (Microsoft docs: "ALTER DATABASE SET options"). */
    private static final Set<String> WITH_EQUALS_SIGN = Set.of(
            "ACCELERATED_DATABASE_RECOVERY",
            "CHANGE_TRACKING",
            "COMPATIBILITY_LEVEL",
            "CONTAINMENT",
            "DEFAULT_FULLTEXT_LANGUAGE",
            "DEFAULT_LANGUAGE",
            "DELAYED_DURABILITY",
            "MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT",
            "NESTED_TRIGGERS",
            "OPTIMIZED_LOCKING",
            "QUERY_STORE",
            "TARGET_RECOVERY_TIME",
            "TRANSFORM_NOISE_WORDS",
            "TWO_DIGIT_YEAR_CUTOFF");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");

    /** One word, or a number and its unit, as in {@code TARGET_RECOVERY_TIME = 60 SECONDS}. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_]+( [A-Za-z]+)?");

    public DatabaseOption {
        name = name.strip();
        value = value.strip();
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new DatabaseException(
                    "The database option '%s' with the value '%s' is not one that Palindrome can set."
                                    .formatted(name, value)
                            + " Write names and values as words, such as READ_COMMITTED_SNAPSHOT and ON. An option with"
                            + " options of its own, in brackets, is for a migration: ALTER DATABASE CURRENT SET ….");
        }
        name = name.toUpperCase(Locale.ROOT);
    }

    public static List<DatabaseOption> of(DatabaseOptions options) {
        return options.options().entrySet().stream()
                .map(option -> new DatabaseOption(option.getKey(), option.getValue()))
                .toList();
    }

    /** As it stands behind {@code SET}. */
    public String sql() {
        return name + (WITH_EQUALS_SIGN.contains(name) ? " = " : " ") + value;
    }
}
