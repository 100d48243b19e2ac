package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times that become a DATETIME, a SMALLDATETIME or a DATETIME2. Public for H2's sake; {@link H2Front#install} makes
 * it known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql">datetime</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/smalldatetime-transact-sql">smalldatetime</a>
 */
public final class MomentValue {

    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    private static final int OF_A_SECOND = 300;

    private static final long NANOSECONDS = 1_000_000_000L;

    private static final String THIRDS = "THIRDS";

    private static final int SEVEN_DIGITS = 10_000_000;

    /** From here on a SMALLDATETIME is rounded up: 29.999 seconds. */
    private static final long HALF_A_MINUTE = 29_999_000_000L;

    private static final int LENGTH_OF_DATE = 10;

    private static final int LENGTH_OF_TIME = 8;

    private MomentValue() {}

    /**
     * A value of the other type.
     *
     * @param h2 a date, with its time or without, or a time, as H2 writes it; what stands behind the fraction of the second is left out
     * @param type the name of the type that is wanted; or THIRDS for a DATETIME with seven digits
     * @return null for null
     * @throws SQLException 242 if the type has no such value
     */
    public static @Nullable LocalDateTime of(@Nullable String h2, String type) throws SQLException {
        if (h2 == null) {
            return null;
        }
        boolean timed = h2.indexOf(':') > 0;
        boolean dated = h2.indexOf('-') > 0 && (!timed || h2.indexOf('-') < h2.indexOf(':'));
        LocalDate date = dated ? LocalDate.parse(h2.substring(0, LENGTH_OF_DATE)) : NO_DATE;
        LocalDateTime value =
                timed ? date.atTime(time(dated ? h2.substring(LENGTH_OF_DATE + 1) : h2)) : date.atStartOfDay();
        if (type.equals(THIRDS)) {
            return thirds(value);
        }
        SqlType known = SqlType.find(type).orElseThrow();
        LocalDateTime rounded = switch (known) {
            case DATETIME -> ticks(value);
            case SMALLDATETIME -> minutes(value);
            default -> value;
        };
        boolean held = known.dateTimes().stream()
                .allMatch(range -> !rounded.isBefore(range.first()) && !rounded.isAfter(range.last()));
        if (!held) {
            throw TsqlError.of(242, "The value is beyond the range of " + type + ".");
        }
        return rounded;
    }

    private static LocalTime time(String text) {
        int end = Math.min(text.length(), LENGTH_OF_TIME);
        while (end < text.length() && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return LocalTime.parse(text.substring(0, end));
    }

    private static LocalDateTime ticks(LocalDateTime value) {
        long ticks = (value.toLocalTime().toNanoOfDay() * OF_A_SECOND + NANOSECONDS / 2) / NANOSECONDS;
        long thousandths = Math.round(ticks % OF_A_SECOND * 10.0 / 3);
        return value.toLocalDate()
                .atStartOfDay()
                .plusSeconds(ticks / OF_A_SECOND)
                .plus(thousandths, ChronoUnit.MILLIS);
    }

    private static LocalDateTime thirds(LocalDateTime value) {
        long ticks = (value.toLocalTime().toNanoOfDay() * OF_A_SECOND + NANOSECONDS / 2) / NANOSECONDS;
        long digits = (ticks % OF_A_SECOND * SEVEN_DIGITS + OF_A_SECOND / 2) / OF_A_SECOND;
        return value.toLocalDate()
                .atStartOfDay()
                .plusSeconds(ticks / OF_A_SECOND)
                .plusNanos(digits * NANOSECONDS / SEVEN_DIGITS);
    }

    private static LocalDateTime minutes(LocalDateTime value) {
        LocalDateTime minute = value.truncatedTo(ChronoUnit.MINUTES);
        return ChronoUnit.NANOS.between(minute, value) >= HALF_A_MINUTE ? minute.plusMinutes(1) : minute;
    }
}
