package dev.palindrome.seed.bulk;

import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.seed.values.Literals;
import dev.palindrome.sql.DateTimeRange;
import dev.palindrome.sql.SqlType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Values of columns that hold dates and times. Texts are read as ISO 8601 has them, with a space or a T. */
final class TimeValues {

    /** From one millisecond to the next DATETIME rounds to its 300ths (docs: datetime-transact-sql). */
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    /** What is nearer to the next 300th than to the last of all is a day too late. */
    private static final Duration ROUNDED_DOWN = Duration.ofMillis(1);

    private TimeValues() {}

    static Object date(Object given) throws UnfitValueException {
        return dateTime(given)
                .filter(it -> it.toLocalTime().equals(LocalTime.MIDNIGHT)
                        && range(SqlType.DATE).has(it))
                .map(LocalDateTime::toLocalDate)
                .orElseThrow(unfit("a date such as 2026-01-31"));
    }

    static Object time(Object given) throws UnfitValueException {
        Optional<LocalTime> time = given instanceof LocalTime itself
                ? Optional.of(itself)
                : given instanceof java.sql.Time sql
                        ? Optional.of(sql.toLocalTime())
                        : given instanceof CharSequence text ? Literals.time(text.toString()) : Optional.empty();
        return time.orElseThrow(unfit("a time such as 23:59:59.1234567"));
    }

    static Object datetime2(Object given) throws UnfitValueException {
        return dateTime(given)
                .filter(it -> isInYears(it, SqlType.DATETIME2))
                .orElseThrow(unfit("a date and time such as 2026-01-31 23:59:59"));
    }

    static Object datetime(Object given) throws UnfitValueException {
        return dateTime(given)
                .filter(TimeValues::isDatetime)
                .orElseThrow(unfit("a date and time from 1753-01-01 to 9999-12-31 23:59:59.997"));
    }

    private static boolean isDatetime(LocalDateTime dateTime) {
        LocalDateTime sent = dateTime.plusNanos(NANOS_OF_A_MILLI / 2).truncatedTo(ChronoUnit.MILLIS);
        DateTimeRange range = range(SqlType.DATETIME);
        return !dateTime.isBefore(range.first()) && !sent.isAfter(range.last().plus(ROUNDED_DOWN));
    }

    /** It has no seconds: up to 29.998 are rounded down (docs: smalldatetime-transact-sql). */
    static Object smalldatetime(Object given) throws UnfitValueException {
        return dateTime(given)
                .map(it -> it.plusNanos(30_001_000_000L).truncatedTo(ChronoUnit.MINUTES))
                .filter(range(SqlType.SMALLDATETIME)::has)
                .orElseThrow(unfit("a date and time from 1900-01-01 00:00 to 2079-06-06 23:59"));
    }

    static Object datetimeoffset(Object given) throws UnfitValueException {
        Optional<OffsetDateTime> dateTime = given instanceof OffsetDateTime itself
                ? Optional.of(itself)
                : given instanceof ZonedDateTime zoned
                        ? Optional.of(zoned.toOffsetDateTime())
                        : given instanceof CharSequence text ? Literals.offset(text.toString()) : Optional.empty();
        return dateTime.filter(it -> isInYears(it.toLocalDateTime(), SqlType.DATETIMEOFFSET))
                .orElseThrow(unfit("a date and time with an offset such as 2026-01-31 23:59:59 +01:00"));
    }

    /** More digits of a second than are kept are cut off. */
    private static boolean isInYears(LocalDateTime dateTime, SqlType type) {
        return range(type).has(dateTime.truncatedTo(ChronoUnit.SECONDS));
    }

    private static DateTimeRange range(SqlType type) {
        return type.dateTimes().orElseThrow();
    }

    private static Optional<LocalDateTime> dateTime(Object given) {
        if (given instanceof LocalDateTime dateTime) {
            return Optional.of(dateTime);
        }
        if (given instanceof LocalDate date) {
            return Optional.of(date.atStartOfDay());
        }
        if (given instanceof Timestamp timestamp) {
            return Optional.of(timestamp.toLocalDateTime());
        }
        if (given instanceof java.sql.Date date) {
            return Optional.of(date.toLocalDate().atStartOfDay());
        }
        return given instanceof CharSequence text ? Literals.dateTime(text.toString()) : Optional.empty();
    }

    private static Supplier<UnfitValueException> unfit(String wanted) {
        return () -> new UnfitValueException(wanted);
    }
}
