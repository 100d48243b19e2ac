package dev.palindrome.tsql;

import dev.palindrome.tsql.value.conversion.TextReading;

/** Texts that only a row has, as SQL Server reads them where a value of another type is wanted. */
public final class ReadText {

    private ReadText() {}

    /**
     * A value for H2.
     *
     * @param text any
     * @param type as T-SQL declares it
     * @param order in which the numbers of dates stand
     * @return a text that H2 reads as the same value
     * @throws UntranslatableException with the number of SQL Server's error if it cannot be read
     */
    public static String as(String text, String type, DateOrder order) {
        return TextReading.read(text, type, order);
    }
}
