package dev.palindrome.sql;

import java.time.LocalDateTime;

/**
 * The days and times from one to another.
 *
 * @param first the first that is in it
 * @param last the last that is in it
 */
public record DateTimeRange(LocalDateTime first, LocalDateTime last) {

    static DateTimeRange of(String first, String last) {
        return new DateTimeRange(LocalDateTime.parse(first), LocalDateTime.parse(last));
    }

    /**
     * Whether a day and time is in it.
     *
     * @param dateTime any
     * @return true for the first and the last, too
     */
    public boolean has(LocalDateTime dateTime) {
        return !dateTime.isBefore(first) && !dateTime.isAfter(last);
    }
}
