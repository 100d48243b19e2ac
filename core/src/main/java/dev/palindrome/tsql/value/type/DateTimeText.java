package dev.palindrome.tsql.value.type;

import dev.palindrome.tsql.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as SQL Server reads it where a date or time is wanted, in the language us_english.
 *
 * @param dateTime what is not said is the first of January 1900, and midnight
 * @param fraction how many digits of a second were written
 * @param offset from UTC, if one was written
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql">datetime</a>
 */
record DateTimeText(LocalDateTime dateTime, int fraction, Optional<ZoneOffset> offset) {

    /** What it is where no date is said. */
    static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    /** Two digits of a year below that are in this century (Microsoft: two-digit-year-cutoff). */
    private static final int CUTOFF = 50;

    private static final int NANOSECOND_DIGITS = 9;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:([.:])(\\d{1,9}))?)?)?\\s*([ap]m)?(?![\\d:./-])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d{1,2}:\\d{2})$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?");

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\s*[-/.]\\s*(\\d{1,4})\\s*[-/.]\\s*(\\d{1,4})");

    private static final Pattern DIGITS = Pattern.compile("\\d{4}|\\d{6}|\\d{8}");

    private static final Pattern PARTS = Pattern.compile("[A-Za-z]+|\\d+");

    /** Reads a text for DATETIME and SMALLDATETIME, where {@code 2024-01-02} depends on the order, too. */
    static Optional<DateTimeText> ofDateTime(String text, DateOrder order) {
        return of(text, order, false);
    }

    /** Reads a text for the types that came with SQL Server 2008. */
    static Optional<DateTimeText> ofNewer(String text, DateOrder order) {
        return of(text, order, true);
    }

    /**
     * Reads a text.
     *
     * @return missing if it cannot be read
     * @throws DateTimeException if it can be read and there is no such day or time
     */
    private static Optional<DateTimeText> of(String written, DateOrder order, boolean newer) {
        String text = written.strip();
        Optional<ZoneOffset> offset = Optional.empty();
        Matcher zone = OFFSET.matcher(text);
        if (text.indexOf(':') > 0 && zone.find()) {
            offset = Optional.of(offset(zone.group(1)));
            text = text.substring(0, zone.start()).strip();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            LocalDate date = date(iso.group(1), iso.group(2), iso.group(3));
            LocalTime time = LocalTime.of(number(iso.group(4)), number(iso.group(5)), number(iso.group(6)));
            String digits = iso.group(7) == null ? "" : iso.group(7);
            return Optional.of(
                    new DateTimeText(date.atTime(time.withNano(nanoseconds(digits))), digits.length(), offset));
        }
        return separate(text, order, newer, offset);
    }

    private static Optional<DateTimeText> separate(
            String text, DateOrder order, boolean newer, Optional<ZoneOffset> offset) {
        LocalTime time = LocalTime.MIDNIGHT;
        int fraction = 0;
        String rest = text;
        Matcher matcher = TIME.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2) != null || matcher.group(6) != null) {
                String digits = matcher.group(5) == null ? "" : matcher.group(5);
                fraction = digits.length();
                time = time(matcher, digits);
                rest = (text.substring(0, matcher.start()) + " " + text.substring(matcher.end())).strip();
                break;
            }
        }
        int written = fraction;
        LocalTime ofDay = time;
        return (rest.isEmpty() ? Optional.of(NO_DATE) : date(rest, order, newer))
                .map(date -> new DateTimeText(date.atTime(ofDay), written, offset));
    }

    private static LocalTime time(Matcher matcher, String digits) {
        int hour = number(matcher.group(1));
        String half = matcher.group(6);
        if (half != null) {
            if (hour > 12 && half.equalsIgnoreCase("am")) {
                throw new DateTimeException("no such hour");
            }
            hour = hour == 12 ? 0 : hour;
            hour += half.equalsIgnoreCase("pm") && hour < 12 ? 12 : 0;
        }
        boolean thousandths = ":".equals(matcher.group(4));
        String padded = thousandths ? "0".repeat(Math.max(0, 3 - digits.length())) + digits : digits;
        return LocalTime.of(hour, number(matcher.group(2)), number(matcher.group(3)), nanoseconds(padded));
    }

    private static int nanoseconds(String digits) {
        return number(digits + "0".repeat(NANOSECOND_DIGITS - digits.length()));
    }

    private static ZoneOffset offset(String text) {
        if (text.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        int colon = text.indexOf(':');
        int sign = text.startsWith("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * number(text.substring(1, colon)), sign * number(text.substring(colon + 1)));
    }

    private static Optional<LocalDate> date(String text, DateOrder order, boolean newer) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return numeric(List.of(numbers.group(1), numbers.group(2), numbers.group(3)), order, newer);
        }
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(unseparated(text));
        }
        return alphabetical(text);
    }

    /** A year of four digits is the year wherever it stands, and the other two keep their order. */
    private static Optional<LocalDate> numeric(List<String> numbers, DateOrder order, boolean newer) {
        List<String> others = new ArrayList<>(numbers);
        int year = order.place('Y');
        for (int i = 0; i < numbers.size(); i++) {
            year = numbers.get(i).length() > 2 ? i : year;
        }
        boolean inIso = newer && year == 0 && numbers.get(0).length() == 4;
        String ofYear = others.remove(year);
        if (ofYear.length() == 3 || others.stream().anyMatch(number -> number.length() > 2)) {
            return Optional.empty();
        }
        boolean monthFirst = inIso || order.isMonthFirst();
        return Optional.of(date(ofYear, others.get(monthFirst ? 0 : 1), others.get(monthFirst ? 1 : 0)));
    }

    private static LocalDate unseparated(String digits) {
        if (digits.length() == 4) {
            return LocalDate.of(number(digits), 1, 1);
        }
        int year = digits.length() - 4;
        return date(digits.substring(0, year), digits.substring(year, year + 2), digits.substring(year + 2));
    }

    private static Optional<LocalDate> alphabetical(String text) {
        int month = 0;
        List<String> numbers = new ArrayList<>();
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            String part = parts.group().toLowerCase(Locale.ROOT);
            if (Character.isDigit(part.charAt(0))) {
                numbers.add(part);
            } else if (month == 0 && month(part) > 0) {
                month = month(part);
            } else {
                return Optional.empty();
            }
        }
        boolean clean = parts.reset().replaceAll("").chars().allMatch(c -> c == ' ' || c == ',' || c == '-');
        if (month == 0 || !clean || numbers.isEmpty() || numbers.size() > 2) {
            return Optional.empty();
        }
        return named(month, numbers);
    }

    private static Optional<LocalDate> named(int month, List<String> numbers) {
        int year = numbers.get(0).length() == 4 ? 0 : numbers.size() - 1;
        if (numbers.size() == 1) {
            return numbers.get(0).length() == 4
                    ? Optional.of(LocalDate.of(number(numbers.get(0)), month, 1))
                    : Optional.empty();
        }
        return Optional.of(date(numbers.get(year), String.valueOf(month), numbers.get(1 - year)));
    }

    private static int month(String name) {
        int place = name.length() == 3 ? MONTHS.indexOf(name) : -1;
        return place >= 0 && place % 3 == 0 ? place / 3 + 1 : NAMES.indexOf(name) + 1;
    }

    private static LocalDate date(String year, String month, String day) {
        int number = number(year);
        int full = year.length() > 2 ? number : number + (number < CUTOFF ? 2000 : 1900);
        return LocalDate.of(full, number(month), number(day));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
