package dev.palindrome.production.mask.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that stands in a text or a number.
 *
 * @param original all of it
 * @param day what it says
 * @param order of its parts
 * @param match where they are
 */
record WrittenDate(Object original, LocalDate day, Order order, Matcher match) {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?:\\D.*+)?+");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:\\D.*+)?+");

    private enum Order {
        YEAR_MONTH_DAY,
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR
    }

    /** Such as {@code 1980-02-28}, {@code 28.2.1980}, {@code 02/28/1980} and {@code 19800228}. */
    static Optional<WrittenDate> in(Object original) {
        String text = original.toString().strip();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(original, Order.YEAR_MONTH_DAY, yearFirst, 1, 3, 4);
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (!yearLast.matches()) {
            return Optional.empty();
        }
        Optional<WrittenDate> dayFirst = of(original, Order.DAY_MONTH_YEAR, yearLast, 4, 3, 1);
        Optional<WrittenDate> monthFirst = of(original, Order.MONTH_DAY_YEAR, yearLast, 4, 1, 3);
        return yearLast.group(2).equals("/") ? monthFirst.or(() -> dayFirst) : dayFirst.or(() -> monthFirst);
    }

    private static Optional<WrittenDate> of(Object original, Order order, Matcher match, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(match.group(year)),
                    Integer.parseInt(match.group(month)),
                    Integer.parseInt(match.group(day)));
            return Optional.of(new WrittenDate(original, date, order, match));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same with another day, as long as the original if its parts are. */
    Object with(LocalDate other) {
        String separator = match.group(2);
        String written = switch (order) {
            case YEAR_MONTH_DAY ->
                "%04d%s%02d%s%02d"
                        .formatted(other.getYear(), separator, other.getMonthValue(), separator, other.getDayOfMonth());
            case DAY_MONTH_YEAR -> yearLast(other.getDayOfMonth(), other.getMonthValue(), other.getYear());
            case MONTH_DAY_YEAR -> yearLast(other.getMonthValue(), other.getDayOfMonth(), other.getYear());
        };
        if (original instanceof Integer) {
            return Integer.valueOf(written);
        }
        if (original instanceof Long) {
            return Long.valueOf(written);
        }
        if (original instanceof BigDecimal) {
            return new BigDecimal(written);
        }
        int end = match.end(4);
        String text = original.toString();
        int blanks = text.length() - text.stripLeading().length();
        return text.substring(0, blanks) + written + text.substring(blanks + end);
    }

    private String yearLast(int first, int second, int year) {
        boolean padded = match.group(1).length() == 2 && match.group(3).length() == 2;
        String separator = match.group(2);
        return (padded ? "%02d%s%02d%s%04d" : "%d%s%d%s%04d").formatted(first, separator, second, separator, year);
    }
}
