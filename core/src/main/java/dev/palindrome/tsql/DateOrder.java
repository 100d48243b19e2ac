package dev.palindrome.tsql;

import java.util.Locale;
import java.util.Optional;

/**
 * In which order the numbers of a date stand.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/set-dateformat-transact-sql">SET DATEFORMAT</a>
 */
public enum DateOrder {
    /** As in the United States, where nothing is said. */
    MDY,
    /** As in most of Europe. */
    DMY,
    /** As in ISO 8601. */
    YMD,
    /** With the day before the month. */
    YDM,
    /** With the year in the middle. */
    MYD,
    /** With the year in the middle, and the day first. */
    DYM;

    /**
     * An order by its name.
     *
     * @param name in any case
     * @return missing for what is none
     */
    public static Optional<DateOrder> find(String name) {
        for (DateOrder order : values()) {
            if (order.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the month comes before the day.
     *
     * @return false where {@code 1/2} is the first of February
     */
    public boolean isMonthFirst() {
        return name().indexOf('M') < name().indexOf('D');
    }

    /**
     * Which number it is.
     *
     * @param part Y, M or D
     * @return 0 for the first
     */
    public int place(char part) {
        return name().indexOf(part);
    }
}
