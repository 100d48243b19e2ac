package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Functions for SQL of applications. Public for H2's sake; {@link H2Front#install} makes them known there. A value that
 * depends on the type of its arguments, such as that of IIF, is beyond a function of H2's.
 */
public final class TsqlFunctions {

    /** SQL Server's clock counts in these. */
    private static final int NANOSECONDS = 100;

    private TsqlFunctions() {}

    /** SYSDATETIME. */
    public static LocalDateTime sysDateTime() {
        return exact(LocalDateTime.now());
    }

    /** SYSUTCDATETIME. */
    public static LocalDateTime sysUtcDateTime() {
        return exact(LocalDateTime.now(ZoneOffset.UTC));
    }

    private static LocalDateTime exact(LocalDateTime time) {
        return time.withNano(time.getNano() / NANOSECONDS * NANOSECONDS);
    }

    /** GETUTCDATE, which counts in milliseconds here. */
    public static LocalDateTime getUtcDate() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    /** SYSDATETIMEOFFSET. */
    public static OffsetDateTime sysDateTimeOffset() {
        OffsetDateTime now = OffsetDateTime.now();
        return now.withNano(now.getNano() / NANOSECONDS * NANOSECONDS);
    }

    /** EOMONTH. */
    public static @Nullable LocalDate eoMonth(@Nullable LocalDate date) {
        return date == null ? null : date.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** EOMONTH, months later; SQL Server takes NULL for none. */
    public static @Nullable LocalDate eoMonth(@Nullable LocalDate date, @Nullable Integer months) {
        return date == null ? null : eoMonth(date.plusMonths(months == null ? 0 : months));
    }

    /** DATEFROMPARTS. */
    public static @Nullable LocalDate dateFromParts(
            @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        return year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
    }

    /** REPLICATE. */
    public static @Nullable String replicate(@Nullable String text, @Nullable Integer times) {
        return text == null || times == null || times < 0 ? null : text.repeat(times);
    }

    /** STUFF: some characters of a text are replaced by another. */
    public static @Nullable String stuff(
            @Nullable String text, @Nullable Integer start, @Nullable Integer length, @Nullable String other) {
        if (text == null || start == null || length == null || start < 1 || length < 0 || start > text.length()) {
            return null;
        }
        int end = (int) Math.min(text.length(), start - 1L + length);
        return text.substring(0, start - 1) + (other == null ? "" : other) + text.substring(end);
    }

    /** REVERSE. */
    public static @Nullable String reverse(@Nullable String text) {
        return text == null ? null : new StringBuilder(text).reverse().toString();
    }
}
