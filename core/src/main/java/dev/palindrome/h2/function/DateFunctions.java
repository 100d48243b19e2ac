package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * T-SQL's functions that put dates and times together, and move them to other zones. Public for H2's sake; {@link
 * H2Front#install} makes them known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/date-and-time-data-types-and-functions-transact-sql">Date and
 *     time data types and functions</a>
 */
public final class DateFunctions {

    private static final int MINUTES = 60;

    private static final int MILLISECOND = 1_000_000;

    private static final int DIGITS_OF_A_NANOSECOND = 9;

    /** The names that Windows gives to zones, as Unicode's CLDR maps them; those that scripts have. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("utc", "UTC"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("israel standard time", "Asia/Jerusalem"),
            Map.entry("south africa standard time", "Africa/Johannesburg"),
            Map.entry("arabian standard time", "Asia/Dubai"),
            Map.entry("india standard time", "Asia/Calcutta"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("korea standard time", "Asia/Seoul"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("e. australia standard time", "Australia/Brisbane"),
            Map.entry("w. australia standard time", "Australia/Perth"),
            Map.entry("new zealand standard time", "Pacific/Auckland"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("us mountain standard time", "America/Phoenix"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("alaskan standard time", "America/Anchorage"),
            Map.entry("hawaiian standard time", "Pacific/Honolulu"),
            Map.entry("atlantic standard time", "America/Halifax"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("argentina standard time", "America/Buenos_Aires"),
            Map.entry("sa pacific standard time", "America/Bogota"),
            Map.entry("central america standard time", "America/Guatemala"));

    private DateFunctions() {}

    /** DATETIMEFROMPARTS. */
    public static @Nullable LocalDateTime dateTime(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Integer second,
            @Nullable Integer milliseconds)
            throws SQLException {
        return milliseconds == null
                ? null
                : dateTime("datetime", year, month, day, hour, minute, second, milliseconds * MILLISECOND);
    }

    /** SMALLDATETIMEFROMPARTS. */
    public static @Nullable LocalDateTime smallDateTime(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer hour,
            @Nullable Integer minute)
            throws SQLException {
        return dateTime("smalldatetime", year, month, day, hour, minute, 0, 0);
    }

    /** TIMEFROMPARTS. */
    public static @Nullable LocalTime time(
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Integer seconds,
            @Nullable Integer fractions,
            @Nullable Integer precision)
            throws SQLException {
        LocalDateTime time = dateTime2(2000, 1, 1, hour, minute, seconds, fractions, precision);
        return time == null ? null : time.toLocalTime();
    }

    /** DATETIME2FROMPARTS. */
    public static @Nullable LocalDateTime dateTime2(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Integer seconds,
            @Nullable Integer fractions,
            @Nullable Integer precision)
            throws SQLException {
        if (fractions == null || precision == null) {
            return null;
        }
        long nanoseconds = fractions * Math.round(Math.pow(10, DIGITS_OF_A_NANOSECOND - (double) precision));
        return dateTime("datetime2", year, month, day, hour, minute, seconds, (int) nanoseconds);
    }

    /** DATETIMEOFFSETFROMPARTS. */
    public static @Nullable OffsetDateTime dateTimeOffset(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Integer seconds,
            @Nullable Integer fractions,
            @Nullable Integer hourOffset,
            @Nullable Integer minuteOffset,
            @Nullable Integer precision)
            throws SQLException {
        LocalDateTime local = dateTime2(year, month, day, hour, minute, seconds, fractions, precision);
        return local == null || hourOffset == null || minuteOffset == null
                ? null
                : local.atOffset(ZoneOffset.ofHoursMinutes(hourOffset, minuteOffset));
    }

    private static @Nullable LocalDateTime dateTime(
            String type,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer hour,
            @Nullable Integer minute,
            @Nullable Integer second,
            int nanoseconds)
            throws SQLException {
        if (year == null || month == null || day == null || hour == null || minute == null || second == null) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second, nanoseconds);
        } catch (DateTimeException e) {
            throw TsqlError.of(
                    289,
                    "Cannot construct data type " + type + ", some of the arguments have values which are not valid.");
        }
    }

    /** SWITCHOFFSET: the same moment elsewhere. */
    public static @Nullable OffsetDateTime switchOffset(@Nullable OffsetDateTime moment, @Nullable String zone)
            throws SQLException {
        return moment == null || zone == null ? null : moment.withOffsetSameInstant(offset(zone));
    }

    /** TODATETIMEOFFSET: the same clock elsewhere. */
    public static @Nullable OffsetDateTime toDateTimeOffset(@Nullable LocalDateTime clock, @Nullable String zone)
            throws SQLException {
        return clock == null || zone == null ? null : clock.atOffset(offset(zone));
    }

    /** Hours and minutes behind a sign, or minutes. */
    private static ZoneOffset offset(String zone) throws SQLException {
        try {
            return zone.matches("-?\\d{1,3}")
                    ? ZoneOffset.ofTotalSeconds(Integer.parseInt(zone) * MINUTES)
                    : ZoneOffset.of(zone.strip());
        } catch (DateTimeException e) {
            throw TsqlError.of(9812, "The timezone provided to builtin function is invalid.");
        }
    }

    /** AT TIME ZONE of a clock without an offset. */
    public static @Nullable OffsetDateTime clockAt(@Nullable LocalDateTime clock, @Nullable String zone)
            throws SQLException {
        return clock == null || zone == null ? null : clock.atZone(zone(zone)).toOffsetDateTime();
    }

    /** AT TIME ZONE of a moment. */
    public static @Nullable OffsetDateTime momentAt(@Nullable OffsetDateTime moment, @Nullable String zone)
            throws SQLException {
        return moment == null || zone == null
                ? null
                : moment.atZoneSameInstant(zone(zone)).toOffsetDateTime();
    }

    private static ZoneId zone(String name) throws SQLException {
        return Optional.ofNullable(ZONES.get(TextFunctions.lower(name.strip())))
                .map(ZoneId::of)
                .orElseThrow(() -> TsqlError.needsSqlServer("The time zone '" + name + "'."));
    }
}
