package dev.palindrome.seed;

import dev.palindrome.seed.refusal.RowErrors;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * That a database refused a statement because of rows, and not because of the statement. Round trips ask for it.
 *
 * @param reason a clause without values
 * @param isDuplicate whether a key had a value twice
 */
public record RowRefusal(String reason, boolean isDuplicate) {

    /** "Cannot insert duplicate key row", "Violation of constraint", and the same for an index that is being made. */
    private static final Set<Integer> DUPLICATE = Set.of(2601, 2627, 1505, 23505);

    private static final Set<Integer> NULL = Set.of(515, 23502);

    private static final Set<Integer> TOO_LONG = Set.of(2628, 8152, 22001);

    private static final Set<Integer> TOO_GREAT = Set.of(220, 232, 8115, 22003, 22004);

    private static final Set<Integer> NOT_CONVERTED = Set.of(241, 242, 244, 245, 248, 8114, 8169, 22018, 22007);

    /**
     * What a failure says of rows.
     *
     * @param failure as Flyway or a driver threw it, with its causes
     * @return empty where it is about something else
     */
    public static Optional<RowRefusal> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && RowErrors.contain(sql)) {
                int code = sql.getErrorCode();
                return Optional.of(new RowRefusal(words(code) + " (error " + code + ")", DUPLICATE.contains(code)));
            }
        }
        return Optional.empty();
    }

    private static String words(int code) {
        if (DUPLICATE.contains(code)) {
            return "two rows have the same key";
        }
        if (NULL.contains(code)) {
            return "a value is missing";
        }
        if (TOO_LONG.contains(code)) {
            return "a text is too long";
        }
        if (TOO_GREAT.contains(code)) {
            return "a number is out of range";
        }
        return NOT_CONVERTED.contains(code)
                ? "a value cannot be converted"
                : "a constraint or a conversion is against it";
    }
}
