package dev.palindrome.production;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What masking has done. It never holds a value of a row.
 *
 * @param masked columns whose values changed, such as {@code dbo.users.email}, and members of JSON, such as {@code
 *     dbo.users.profile $.contact.email}, with what they were replaced by, such as {@code email}; a constant is not told
 * @param kept columns and members that stay as they are, with the reason that the rule gives, or that a wildcard about members
 *     has found no JSON
 * @param rows how many rows were changed, by table; histories of temporal tables by their own names
 * @param lookedAt columns that were searched afterwards for original e-mail addresses, phones and numbers of persons
 * @param notLookedAt what was not searched, each with the reason
 * @param numbersToCheck columns of whole numbers that no rule is about and that hold what was a phone, card or number of a
 *     person elsewhere, each with how many rows: by chance or not, which only a person can tell
 * @param took how long all of it took
 */
public record MaskReport(
        Map<String, String> masked,
        Map<String, String> kept,
        Map<String, Long> rows,
        List<String> lookedAt,
        List<String> notLookedAt,
        Map<String, Long> numbersToCheck,
        Duration took) {

    /**
     * Makes a report.
     *
     * @param masked see above
     * @param kept see above
     * @param rows see above
     * @param lookedAt see above
     * @param notLookedAt see above
     * @param numbersToCheck see above
     * @param took see above
     */
    public MaskReport {
        masked = Collections.unmodifiableMap(new LinkedHashMap<>(masked));
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        lookedAt = List.copyOf(lookedAt);
        notLookedAt = List.copyOf(notLookedAt);
        numbersToCheck = Collections.unmodifiableMap(new LinkedHashMap<>(numbersToCheck));
    }

    /** A line for each column that changed or was kept, and for what was searched and what was not. */
    @Override
    public String toString() {
        String took = String.format(Locale.ROOT, "%.1f s", this.took.toMillis() / 1e3);
        return "Masked %d columns, %d rows, in %s:\n%s%s\nsearched for originals: %d columns%s%s"
                .formatted(
                        masked.size(),
                        rows.values().stream().mapToLong(Long::longValue).sum(),
                        took,
                        lines(masked, ""),
                        lines(kept, "kept: "),
                        lookedAt.size(),
                        numbersToCheck.entrySet().stream()
                                .map(each -> "\n  to check: %s (%d)".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining()),
                        notLookedAt.stream().map(each -> "\n  not " + each).collect(Collectors.joining()));
    }

    private static String lines(Map<String, String> columns, String prefix) {
        return columns.entrySet().stream()
                .map(column -> "  " + column.getKey() + ": " + prefix + column.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
