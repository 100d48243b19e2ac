package dev.palindrome.seed.bulk;

import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.seed.values.Literals;
import java.sql.Timestamp;
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

    private static final int LAST_YEAR = 9999;

    /** SQL Server counts the Gregorian calendar from here for these (docs: datetime-transact-sql). */
    private static final int FIRST_YEAR_OF_DATETIME = 1753;

    private static final LocalDateTime FIRST_SMALL = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final LocalDateTime LAST_SMALL = LocalDateTime.of(2079, 6, 6, 23, 59);

    private TimeValues() {}

    static Object date(Object given) throws UnfitValueException {
        return moment(given)
                .filter(it -> it.toLocalTime().equals(LocalTime.MIDNIGHT) && isInYears(it, 1))
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
        return moment(given)
                .filter(it -> isInYears(it, 1))
                .orElseThrow(unfit("a date and time such as 2026-01-31 23:59:59"));
    }

    static Object datetime(Object given) throws UnfitValueException {
        return moment(given)
                .filter(it -> isInYears(it, FIRST_YEAR_OF_DATETIME))
                .orElseThrow(unfit("a date and time such as 2026-01-31 23:59:59.997, not before the year 1753"));
    }

    /** It has no seconds: up to 29.998 are rounded down (docs: smalldatetime-transact-sql). */
    static Object smalldatetime(Object given) throws UnfitValueException {
        return moment(given)
                .map(it -> it.plusNanos(30_001_000_000L).truncatedTo(ChronoUnit.MINUTES))
                .filter(it -> !it.isBefore(FIRST_SMALL) && !it.isAfter(LAST_SMALL))
                .orElseThrow(unfit("a date and time from 1900-01-01 00:00 to 2079-06-06 23:59"));
    }

    static Object datetimeoffset(Object given) throws UnfitValueException {
        Optional<OffsetDateTime> moment = given instanceof OffsetDateTime itself
                ? Optional.of(itself)
                : given instanceof ZonedDateTime zoned
                        ? Optional.of(zoned.toOffsetDateTime())
                        : given instanceof CharSequence text ? Literals.offset(text.toString()) : Optional.empty();
        return moment.filter(it -> isInYears(it.toLocalDateTime(), 1))
                .orElseThrow(unfit("a date and time with an offset such as 2026-01-31 23:59:59 +01:00"));
    }

    private static boolean isInYears(LocalDateTime moment, int first) {
        return moment.getYear() >= first && moment.getYear() <= LAST_YEAR;
    }

    private static Optional<LocalDateTime> moment(Object given) {
        if (given instanceof LocalDateTime moment) {
            return Optional.of(moment);
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
        return given instanceof CharSequence text ? Literals.moment(text.toString()) : Optional.empty();
    }

    private static Supplier<UnfitValueException> unfit(String wanted) {
        return () -> new UnfitValueException(wanted);
    }
}
